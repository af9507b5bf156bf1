package io.fairlead.cli;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.encoder.PatternLayoutEncoder;
import ch.qos.logback.classic.spi.Configurator;
import ch.qos.logback.classic.spi.ConfiguratorRank;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.ConsoleAppender;
import ch.qos.logback.core.spi.ContextAwareBase;
import ch.qos.logback.core.status.NopStatusListener;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.slf4j.LoggerFactory;

/**
 * Log lines on standard error. Commands are quiet: warnings only, without stack traces; those that
 * run on tell what they do with {@link #show}. Set up in code: reading XML would make up a tenth of a
 * node's start. {@code -Dlogback.configurationFile=FILE} takes another set-up instead.
 */
@ConfiguratorRank(ConfiguratorRank.CUSTOM_HIGH_PRIORITY)
public final class LogLines extends ContextAwareBase implements Configurator {
  private static final String PLAIN =
      "%d{yyyy-MM-dd HH:mm:ss} %replace(%level ){'INFO ',''}%msg";
  /** What these report, the command that fails says in its own words. */
  private static final List<String> TOLD_ELSEWHERE =
      List.of("akka.io.TcpListener", "io.fairlead.node.chain.ChainEntity");
  private static final String OURS = "io.fairlead";
  private static final String CONSOLE = "stderr";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty("logback.configurationFile") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    // logback would tell of its own troubles on standard output
    context.getStatusManager().add(new NopStatusListener());
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setName(CONSOLE);
    console.setTarget("System.err");
    console.setEncoder(encoder(context, false));
    console.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(console);
    TOLD_ELSEWHERE.forEach(name -> context.getLogger(name).setLevel(Level.OFF));
    return ExecutionStatus.DO_NOT_INVOKE_NEXT_IF_ANY;
  }

  /** From now on our own modules tell what they do. */
  public static void show(boolean withStackTraces) {
    if (!(LoggerFactory.getILoggerFactory() instanceof LoggerContext context)) {
      return;
    }
    context.getLogger(OURS).setLevel(Level.INFO);
    var root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    if (withStackTraces
        && root.getAppender(CONSOLE) instanceof ConsoleAppender<ILoggingEvent> console) {
      console.setEncoder(encoder(context, true));
    }
  }

  private static PatternLayoutEncoder encoder(LoggerContext context, boolean withStackTraces) {
    var encoder = new PatternLayoutEncoder();
    encoder.setContext(context);
    encoder.setCharset(StandardCharsets.UTF_8);
    encoder.setPattern(PLAIN + (withStackTraces ? "%n%ex" : "%n%nopex"));
    encoder.start();
    return encoder;
  }
}
