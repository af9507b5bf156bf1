package io.fairlead.runtime.managers;

import static io.fairlead.substrate.scale.Fields.field;

import io.fairlead.services.SettingAnswer;
import io.fairlead.substrate.scale.Codec;
import io.fairlead.substrate.scale.Codecs;
import io.fairlead.substrate.scale.Fields;
import io.fairlead.substrate.scale.Input;
import io.fairlead.substrate.scale.Output;
import io.fairlead.substrate.scale.Shape;
import org.jspecify.annotations.Nullable;

/**
 * What a scripted manager says of heartbeats; null: the query reverts.
 *
 * @param interval blocks between two of an operator
 * @param threshold how many may be missing
 * @param window blocks in which a missing one is slashed
 */
public record HeartbeatSettings(SettingAnswer.@Nullable Of interval,
    SettingAnswer.@Nullable Of threshold, SettingAnswer.@Nullable Of window) {

  /** Every query reverts, so that the chain's defaults hold. */
  public static final HeartbeatSettings NONE = new HeartbeatSettings(null, null, null);

  private static final Codec<SettingAnswer.@Nullable Of> SETTING =
      Codecs.option(Codecs.struct("", Fields.of(SettingAnswer.Of::new,
          field("use_default", SettingAnswer.Of::useDefault, Codecs.BOOL, null),
          field("value", SettingAnswer.Of::value, Codecs.U32, null))));

  private static final Codec<HeartbeatSettings> WHOLE = Codecs.struct("",
      Fields.of(HeartbeatSettings::new,
          field("interval", HeartbeatSettings::interval, SETTING, null),
          field("threshold", HeartbeatSettings::threshold, SETTING, null),
          field("window", HeartbeatSettings::window, SETTING, null)));

  /** At the end of a script; {@link #NONE} is nothing, as in scripts that know no settings. */
  static final Codec<HeartbeatSettings> AT_END = new Codec<>() {
    @Override
    public void write(HeartbeatSettings value, Output out) {
      if (!value.equals(NONE)) {
        WHOLE.write(value, out);
      }
    }

    @Override
    public HeartbeatSettings read(Input in) {
      return in.remaining() == 0 ? NONE : WHOLE.read(in);
    }

    @Override
    public int size(HeartbeatSettings value) {
      return value.equals(NONE) ? 0 : WHOLE.size(value);
    }

    @Override
    public Shape shape() {
      return WHOLE.shape();
    }
  };
}
