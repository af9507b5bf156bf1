package io.fairlead.cli.shell;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.fairlead.operator.ShellNews;
import io.fairlead.operator.plan.CallKey;
import java.util.Locale;

/** What a shell tells, as a line for people or as JSON. */
final class NewsText {
  private static final ObjectMapper JSON = new ObjectMapper();

  private NewsText() {}

  static String line(ShellNews news) {
    return switch (news) {
      case ShellNews.Ready(var operator, long number, var services, String sandbox) ->
          "ready: operator " + operator + ", services " + services + ", from block " + number + ", "
              + sandbox;
      case ShellNews.Received(CallKey key) -> key + " received";
      case ShellNews.AttemptFailed(CallKey key, int attempt, String reason) ->
          key + " attempt " + attempt + " failed: " + reason;
      case ShellNews.Done(CallKey key, long millis) -> key + " done in " + millis + " ms";
      case ShellNews.Signed(CallKey key, var extrinsic, long nonce) ->
          key + " signed, nonce " + nonce + ", extrinsic " + extrinsic;
      case ShellNews.Submitted(CallKey key, var extrinsic, double millis, long jobMillis) ->
          key + " submitted " + String.format(Locale.ROOT, "%.1f", millis)
              + " ms after the event, program " + jobMillis + " ms";
      case ShellNews.Finalized(CallKey key, long block) -> key + " final in block " + block;
      case ShellNews.GivenUp(CallKey key, String reason) -> key + " given up: " + reason;
      case ShellNews.Stopped(int open) -> "stopped, " + open + " calls go on at the next start";
    };
  }

  /** One document without line breaks: {@code news} names what it is. */
  static String json(ShellNews news) {
    ObjectNode json = JSON.createObjectNode();
    switch (news) {
      case ShellNews.Ready(var operator, long number, var services, String sandbox) -> {
        json.put("news", "ready").put("operator", operator.toString()).put("block", number)
            .put("sandbox", sandbox);
        services.forEach(json.putArray("services")::add);
      }
      case ShellNews.Received(CallKey key) -> call(json.put("news", "received"), key);
      case ShellNews.AttemptFailed(CallKey key, int attempt, String reason) -> call(
          json.put("news", "attempt-failed").put("attempt", attempt).put("reason", reason), key);
      case ShellNews.Done(CallKey key, long millis) ->
          call(json.put("news", "done").put("jobMillis", millis), key);
      case ShellNews.Signed(CallKey key, var extrinsic, long nonce) -> call(
          json.put("news", "signed").put("extrinsic", extrinsic.toString()).put("nonce", nonce),
          key);
      case ShellNews.Submitted(CallKey key, var extrinsic, double millis, long jobMillis) -> call(
          json.put("news", "submitted").put("extrinsic", extrinsic.toString())
              .put("millis", millis).put("jobMillis", jobMillis),
          key);
      case ShellNews.Finalized(CallKey key, long block) ->
          call(json.put("news", "finalized").put("block", block), key);
      case ShellNews.GivenUp(CallKey key, String reason) ->
          call(json.put("news", "given-up").put("reason", reason), key);
      case ShellNews.Stopped(int open) -> json.put("news", "stopped").put("open", open);
    }
    return json.toString();
  }

  private static void call(ObjectNode json, CallKey key) {
    json.put("service", key.service()).put("call", key.call());
  }
}
