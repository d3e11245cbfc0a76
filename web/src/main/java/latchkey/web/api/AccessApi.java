package latchkey.web.api;

import io.javalin.config.RoutesConfig;
import io.javalin.http.BadRequestResponse;
import io.javalin.http.Context;

import latchkey.web.access.Asking;
import latchkey.web.access.CaseGuard;
import latchkey.web.store.CaseRow;
import latchkey.web.store.Person;
import latchkey.web.store.Right;
import latchkey.web.store.Sharing;
import latchkey.web.store.Vault;

import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Who may see a case, and for how long there is one. */
final class AccessApi {
    private static final int MOST_MEMBERS = 200;
    private static final int MOST_DAYS = 36_500;

    private final Vault vault;

    AccessApi(Vault vault) {
        this.vault = vault;
    }

    void register(RoutesConfig routes) {
        routes.get("/api/me", ctx -> Answers.json(ctx, of(Asking.person(ctx))));
        routes.get("/api/people", this::people);
        routes.get("/api/cases/{id}/access", this::access);
        routes.put("/api/cases/{id}/access", this::share);
        routes.put("/api/cases/{id}/keep", this::keep);
    }

    private static ObjectNode of(Person person) {
        return Answers.object()
                .put("id", person.id())
                .put("name", person.name())
                .put("mail", person.mail())
                .put("admin", person.isAdmin());
    }

    private void people(Context ctx) {
        ArrayNode people = Answers.array();
        vault.access().people().forEach(person -> people.add(of(person).without("admin")));
        Answers.json(ctx, Answers.object().set("people", people));
    }

    private void access(Context ctx) {
        Sharing sharing = vault.access().sharing(Answers.row(ctx, vault).id());
        ObjectNode answer =
                Answers.object()
                        .put("owner", sharing.owner())
                        .put("team", sharing.teamReads())
                        .put("yours", CaseGuard.right(ctx).word());
        ArrayNode members = answer.putArray("members");
        for (Sharing.Member member : sharing.members()) {
            members.addObject().put("person", member.person()).put("right", member.right().word());
        }
        Answers.json(ctx, answer);
    }

    private void share(Context ctx) {
        CaseGuard.requireOwner(ctx);
        CaseRow row = Answers.row(ctx, vault);
        Map<String, Person> known =
                vault.access().people().stream()
                        .collect(Collectors.toMap(Person::id, person -> person));
        Sharing before = vault.access().sharing(row.id());
        Sharing after = wanted(Answers.body(ctx), before.owner(), known);
        vault.access().share(row.id(), after);
        for (String change : changes(before, after, known)) {
            vault.cases().log(row.id(), Asking.name(ctx), change);
        }
        ctx.status(204);
    }

    private static Sharing wanted(JsonNode body, String owner, Map<String, Person> known) {
        String next = body.path("owner").asString(owner);
        Map<String, Sharing.Member> members = new TreeMap<>();
        for (JsonNode member : body.path("members")) {
            String person = member.path("person").asString("");
            Optional<Right> right = Right.given(member.path("right").asString(""));
            if (right.isEmpty() || !known.containsKey(person)) {
                throw new BadRequestResponse(
                        "A member is somebody who has signed in here, with the right read or"
                                + " write.");
            }
            members.put(person, new Sharing.Member(person, right.get() == Right.WRITE));
        }
        if (!next.equals(owner) && !known.containsKey(next)) {
            throw new BadRequestResponse("The owner has to be somebody who has signed in here.");
        }
        if (members.size() > MOST_MEMBERS || !body.path("team").isBoolean()) {
            throw new BadRequestResponse(
                    "'team' is true or false, and a case has at most "
                            + MOST_MEMBERS
                            + " members.");
        }
        members.remove(next);
        return new Sharing(next, body.path("team").asBoolean(), List.copyOf(members.values()));
    }

    private static List<String> changes(Sharing before, Sharing after, Map<String, Person> known) {
        Map<String, String> old = words(before, known);
        Map<String, String> now = words(after, known);
        List<String> changes = new java.util.ArrayList<>();
        now.forEach(
                (who, may) -> {
                    if (!may.equals(old.get(who))) {
                        changes.add("let " + who + " " + may);
                    }
                });
        old.forEach(
                (who, may) -> {
                    if (!now.containsKey(who)) {
                        changes.add("no longer lets " + who + " " + may);
                    }
                });
        return changes;
    }

    private static Map<String, String> words(Sharing sharing, Map<String, Person> known) {
        Map<String, String> words = new TreeMap<>();
        for (Sharing.Member member : sharing.members()) {
            words.put(label(member.person(), known), member.right().word());
        }
        words.put(label(sharing.owner(), known), "own");
        if (sharing.teamReads()) {
            words.put("the team", "read");
        }
        return words;
    }

    private static String label(String id, Map<String, Person> known) {
        Person person = known.get(id);
        return person == null ? Person.LOCAL.label() : person.label();
    }

    private void keep(Context ctx) {
        CaseGuard.requireOwner(ctx);
        CaseRow row = Answers.row(ctx, vault);
        JsonNode days = Answers.body(ctx).path("days");
        boolean isNumber = days.isInt() && days.asInt() >= 0 && days.asInt() <= MOST_DAYS;
        if (!days.isNull() && !isNumber) {
            throw new BadRequestResponse(
                    "'days' is a number up to "
                            + MOST_DAYS
                            + ", 0 to keep the case for good, or"
                            + " null to do as the server does.");
        }
        vault.cases().setKeepDays(row.id(), days.isNull() ? null : days.asInt());
        vault.cases()
                .log(
                        row.id(),
                        Asking.name(ctx),
                        "set how long it is kept: "
                                + (days.isNull()
                                        ? "as the server does"
                                        : days.asInt() == 0 ? "for good" : days.asInt() + " days"));
        ctx.status(204);
    }
}
