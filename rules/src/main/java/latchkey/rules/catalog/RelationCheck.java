package latchkey.rules.catalog;

import latchkey.rules.rule.Kind;
import latchkey.rules.rule.Relations;
import latchkey.rules.rule.Rule;
import latchkey.rules.rule.RuleId;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** Checks how rules stand to each other: no self, no circle in what explains or beats. */
final class RelationCheck {
    private final Map<RuleId, Rule> rules;
    private final Set<RuleId> circled = new HashSet<>();
    private final Set<RuleId> done = new HashSet<>();

    RelationCheck(Map<RuleId, Rule> rules) {
        this.rules = rules;
    }

    /** Every rule that a rule names, in the order written. */
    static Set<RuleId> named(Rule rule) {
        Relations relations = rule.relations();
        Set<RuleId> named = new LinkedHashSet<>();
        Stream.of(
                        relations.explains(),
                        relations.beats(),
                        relations.excludes(),
                        relations.oftenWith(),
                        relations.clears(),
                        rule.applies().unless())
                .forEach(named::addAll);
        return named;
    }

    /** What is wrong with the relations of one rule, apart from names that nobody has. */
    List<String> wrongWith(Rule rule) {
        List<String> wrong = new ArrayList<>();
        if (named(rule).contains(rule.id())) {
            wrong.add("a rule cannot stand in relation to itself");
        }
        List<RuleId> circle = circleFrom(rule.id(), new ArrayList<>());
        if (!circle.isEmpty()) {
            List<String> ids = circle.stream().map(RuleId::value).toList();
            wrong.add("explains and beats run in a circle: " + String.join(" > ", ids));
        }
        if (!rule.relations().clears().isEmpty() && rule.kind() != Kind.HEALTHY) {
            wrong.add("only a healthy rule clears others");
        }
        return wrong;
    }

    /** The circle met on the way from a rule; empty when there is none that was not told before. */
    private List<RuleId> circleFrom(RuleId id, List<RuleId> way) {
        int known = way.indexOf(id);
        if (known >= 0) {
            List<RuleId> circle = new ArrayList<>(way.subList(known, way.size()));
            circle.add(id);
            boolean told = !circled.addAll(circle);
            return told ? List.of() : circle;
        }
        Rule rule = rules.get(id);
        if (rule == null || done.contains(id)) {
            return List.of();
        }
        way.add(id);
        for (RuleId next :
                Stream.concat(
                                rule.relations().explains().stream(),
                                rule.relations().beats().stream())
                        .toList()) {
            List<RuleId> circle = next.equals(id) ? List.of() : circleFrom(next, way);
            if (!circle.isEmpty()) {
                return circle;
            }
        }
        way.removeLast();
        done.add(id);
        return List.of();
    }
}
