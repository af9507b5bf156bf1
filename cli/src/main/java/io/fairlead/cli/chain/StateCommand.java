package io.fairlead.cli.chain;

import io.fairlead.cli.ExitCode;
import io.fairlead.cli.OutputOptions;
import java.io.PrintWriter;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** A command that tells of a chain's state at a block, and nothing else. */
public abstract class StateCommand implements Callable<Integer> {
  @Mixin private ChainOptions chain = new ChainOptions();
  @Mixin private BlockOptions block = new BlockOptions();
  @Mixin private OutputOptions output = new OutputOptions();
  @Spec private CommandSpec spec = CommandSpec.create();

  /** An answer: a document for {@code --output json}, lines for people. */
  public record Told(Object json, List<String> text) {
    /** Lines are copied. */
    public Told {
      text = List.copyOf(text);
    }
  }

  /** Reads what the command tells. */
  protected abstract Told told(StateView state);

  /** A line before the text, if there is one. */
  protected Optional<String> preface(StateView state) {
    return Optional.empty();
  }

  final PrintWriter out() {
    return spec.commandLine().getOut();
  }

  final OutputOptions output() {
    return output;
  }

  final BlockOptions block() {
    return block;
  }

  @Override
  public Integer call() {
    PrintWriter out = out();
    return chain.with(connected -> {
      var state = new StateView(connected, block.of(connected.rpc()));
      Told told = told(state);
      if (output.isJson()) {
        out.println(OutputOptions.json(told.json()));
      } else {
        preface(state).ifPresent(out::println);
        told.text().forEach(out::println);
      }
      return ExitCode.DONE;
    });
  }
}
