package latchkey.simulator.scenario.language;

import java.util.List;
import java.util.Optional;

/**
 * A story to play: a world, what goes wrong in it, what people do, and how it must end.
 *
 * @param id its name in commands
 * @param title one sentence for people
 * @param cause id of the cause that the story is about; empty for none
 * @param outcome what an honest reading of the remains says, in the words of the contract
 * @param without the outcome when the fault is switched off; usually healthy
 * @param never words of variants in which it would be another story
 * @param setting the world before anything goes wrong
 * @param faults what goes wrong by itself, in order of time
 * @param script what people and clients do, in order
 * @param then what must be true at the end
 * @param otherwise what must be true at the end when the fault was switched off
 */
public record Scenario(
        String id,
        String title,
        Optional<String> cause,
        String outcome,
        String without,
        List<String> never,
        Setting setting,
        List<Phrase> faults,
        List<Phrase> script,
        List<Phrase> then,
        List<Phrase> otherwise) {
    /** Copies the lists. */
    public Scenario {
        never = List.copyOf(never);
        faults = List.copyOf(faults);
        script = List.copyOf(script);
        then = List.copyOf(then);
        otherwise = List.copyOf(otherwise);
    }

    /** The steps that are taken, with the fault or without it. */
    public List<Phrase> steps(boolean faultOff) {
        String unwanted = faultOff ? "fault" : "no-fault";
        return script.stream().filter(step -> !step.text("only", "").equals(unwanted)).toList();
    }

    /** The faults that happen, with the one the story is about or without it. */
    public List<Phrase> mishaps(boolean faultOff) {
        String unwanted = faultOff ? "fault" : "no-fault";
        return faults.stream()
                .filter(fault -> !fault.text("only", "fault").equals(unwanted))
                .toList();
    }

    /** What must be true at the end, with the fault or without it. */
    public List<Phrase> ending(boolean faultOff) {
        return faultOff ? otherwise : then;
    }
}
