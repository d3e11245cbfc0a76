import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.json.JsonMapper;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/**
 * Judges the answers of {@code latchkey batch} on labelled cases and prints the figures with their
 * margin, the baselines that read nothing, and every case that was answered wrongly. Arguments: the
 * labelled cases, the answers (both JSON lines).
 */
public final class Score {
    private static final Set<String> NO_CAUSE =
            Set.of("unknown-failure", "insufficient-evidence", "out-of-scope");
    private static final Set<String> HEALTHY =
            Set.of("healthy", "insufficient-evidence", "out-of-scope");

    private static final ObjectMapper JSON = JsonMapper.builder().build();

    private record Case(
            String id, String outcome, String cause, List<String> alsoOk, List<String> mustNot) {}

    private record Answer(String outcome, String cause, String past) {}

    private Score() {}

    public static void main(String[] args) throws IOException {
        List<Case> cases = cases(Path.of(args[0]));
        Map<String, Answer> answers = answers(Path.of(args[1]));
        List<String> wrong = new ArrayList<>();
        int right = 0;
        int harmful = 0;
        int exact = 0;
        int alarms = 0;
        for (Case one : cases) {
            Answer answer = answers.getOrDefault(one.id(), new Answer("no answer", "", ""));
            boolean good = isRight(one, answer);
            right += good ? 1 : 0;
            exact += one.outcome().equals(answer.outcome()) ? 1 : 0;
            boolean harm = one.mustNot().contains(answer.cause());
            harmful += harm ? 1 : 0;
            boolean alarm = isFalseAlarm(one, answer);
            alarms += alarm ? 1 : 0;
            if (!good || harm) {
                wrong.add(
                        String.format(
                                Locale.ROOT,
                                "  %-34s wanted %s %s, got %s %s%s",
                                one.id(),
                                one.outcome(),
                                one.cause(),
                                answer.outcome(),
                                answer.cause(),
                                harm ? "  HARMFUL" : ""));
            }
        }
        System.out.printf(Locale.ROOT, "cases                       %d%n", cases.size());
        System.out.printf(
                Locale.ROOT, "right                       %s%n", share(right, cases.size()));
        System.out.printf(
                Locale.ROOT, "exact outcome word          %s%n", share(exact, cases.size()));
        System.out.printf(Locale.ROOT, "harmful                     %d%n", harmful);
        System.out.printf(Locale.ROOT, "false alarms                %d%n", alarms);
        baselines(cases);
        System.out.println(wrong.isEmpty() ? "wrong                       none" : "wrong");
        wrong.forEach(System.out::println);
    }

    private static void baselines(List<Case> cases) {
        Map<String, Integer> counts = new TreeMap<>();
        cases.forEach(one -> counts.merge(one.cause(), 1, Integer::sum));
        counts.remove("");
        String commonest =
                counts.entrySet().stream().max(Map.Entry.comparingByValue()).orElseThrow().getKey();
        long always =
                cases.stream()
                        .filter(one -> isRight(one, new Answer("cause-found", commonest, "")))
                        .count();
        long never =
                cases.stream()
                        .filter(one -> isRight(one, new Answer("insufficient-evidence", "", "")))
                        .count();
        System.out.printf(
                Locale.ROOT,
                "baseline, always %-10s %s%n",
                commonest,
                share((int) always, cases.size()));
        System.out.printf(
                Locale.ROOT, "baseline, never a cause     %s%n", share((int) never, cases.size()));
    }

    private static boolean isRight(Case one, Answer answer) {
        if (one.outcome().equals("resolved")) {
            return answer.outcome().equals("resolved")
                    && (one.cause().isEmpty()
                            || answer.past().equals(one.cause())
                            || one.alsoOk().contains(answer.past()));
        }
        if (!answer.cause().isEmpty()) {
            return answer.cause().equals(one.cause()) || one.alsoOk().contains(answer.cause());
        }
        if (!one.cause().isEmpty()) {
            return false;
        }
        return one.outcome().equals("healthy")
                ? HEALTHY.contains(answer.outcome())
                : NO_CAUSE.contains(answer.outcome());
    }

    private static boolean isFalseAlarm(Case one, Answer answer) {
        boolean named = !answer.cause().isEmpty() && !one.alsoOk().contains(answer.cause());
        return switch (one.outcome()) {
            case "healthy" -> named || answer.outcome().equals("unknown-failure");
            case "out-of-scope" -> named;
            default -> false;
        };
    }

    /** A share with its 95 % Wilson interval. */
    private static String share(int hits, int all) {
        double z = 1.96;
        double p = (double) hits / all;
        double centre = (p + z * z / (2 * all)) / (1 + z * z / all);
        double half =
                z * Math.sqrt(p * (1 - p) / all + z * z / (4.0 * all * all)) / (1 + z * z / all);
        return String.format(
                Locale.ROOT,
                "%d of %d = %.1f %% (95 %%: %.1f to %.1f)",
                hits,
                all,
                100 * p,
                100 * (centre - half),
                100 * (centre + half));
    }

    private static List<Case> cases(Path file) throws IOException {
        List<Case> cases = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            if (!line.isBlank()) {
                JsonNode node = JSON.readTree(line);
                cases.add(
                        new Case(
                                text(node.get("id")),
                                text(node.get("outcome")),
                                text(node.get("cause")),
                                words(node.get("also_ok")),
                                words(node.get("must_not"))));
            }
        }
        return cases;
    }

    private static Map<String, Answer> answers(Path file) throws IOException {
        Map<String, Answer> answers = new HashMap<>();
        for (String line : Files.readAllLines(file)) {
            JsonNode node = JSON.readTree(line);
            String cause = first(node.get("causes"));
            String past = first(node.get("history"));
            answers.put(text(node.get("id")), new Answer(text(node.get("outcome")), cause, past));
        }
        return answers;
    }

    private static String first(JsonNode findings) {
        return findings == null || findings.isEmpty() ? "" : text(findings.get(0).get("cause"));
    }

    private static String text(JsonNode node) {
        return node == null || node.isNull() ? "" : node.asString();
    }

    private static List<String> words(JsonNode node) {
        List<String> words = new ArrayList<>();
        if (node != null) {
            node.forEach(word -> words.add(text(word)));
        }
        return words;
    }
}
