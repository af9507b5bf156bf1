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
import java.nio.charset.StandardCharsets;
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
  private static final String OURS = "io.fairlead";
  private static final String CONSOLE = "stderr";

  @Override
  public ExecutionStatus configure(LoggerContext context) {
    if (System.getProperty("logback.configurationFile") != null) {
      return ExecutionStatus.INVOKE_NEXT_IF_ANY;
    }
    var console = new ConsoleAppender<ILoggingEvent>();
    console.setContext(context);
    console.setName(CONSOLE);
    console.setTarget("System.err");
    console.setEncoder(encoder(context, false));
    console.start();
    Logger root = context.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME);
    root.setLevel(Level.WARN);
    root.addAppender(console);
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
