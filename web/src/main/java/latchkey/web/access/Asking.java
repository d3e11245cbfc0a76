package latchkey.web.access;

import io.javalin.http.Context;

import latchkey.web.store.Person;

import java.util.function.BooleanSupplier;

/** Whoever sent a request, as the gate found out. */
public final class Asking {
    private static final String PERSON = "latchkey.person";
    private static final String BY_TOKEN = "latchkey.by-token";
    private static final String STILL_IN = "latchkey.still-in";

    private Asking() {}

    /**
     * @param stillIn turns false when the session ends while the request goes on
     */
    public static void as(Context ctx, Person who, BooleanSupplier stillIn) {
        ctx.attribute(PERSON, who);
        ctx.attribute(STILL_IN, stillIn);
    }

    public static Person person(Context ctx) {
        Person who = ctx.attribute(PERSON);
        if (who == null) {
            throw new IllegalStateException("a request came past the gate");
        }
        return who;
    }

    /** By a script that shows a token, for as long as the request takes. */
    public static void byToken(Context ctx, Person who) {
        as(ctx, who, () -> true);
        ctx.attribute(BY_TOKEN, true);
    }

    /** Whether a session says who asks, and not a token. */
    public static boolean isInPerson(Context ctx) {
        return ctx.attribute(BY_TOKEN) == null;
    }

    /** The name that stands in activity and notes. */
    public static String name(Context ctx) {
        return person(ctx).label();
    }

    public static boolean isStillIn(Context ctx) {
        BooleanSupplier stillIn = ctx.attribute(STILL_IN);
        return stillIn != null && stillIn.getAsBoolean();
    }
}
