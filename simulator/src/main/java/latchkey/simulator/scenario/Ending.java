package latchkey.simulator.scenario;

import latchkey.simulator.scenario.language.Phrase;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Looks whether a story ended as it must. */
final class Ending {
    private final Repertoire<Claim> claims;

    Ending(Repertoire<Claim> claims) {
        this.claims = claims;
    }

    /** Claims that are not true, each in a sentence. */
    List<String> disappointments(Stage stage, List<Phrase> ending) {
        List<String> all = new ArrayList<>();
        for (Phrase claim : ending) {
            Optional<String> words = claims.find(claim.word()).disappointment(stage, claim);
            words.ifPresent(
                    found ->
                            all.add(
                                    "line "
                                            + claim.line()
                                            + ": "
                                            + claim.word()
                                            + " "
                                            + claim.with()
                                            + ": "
                                            + found));
        }
        return all;
    }
}
