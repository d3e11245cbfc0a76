package latchkey.simulator.agent;

import latchkey.simulator.agent.handler.VmAccessOptions;
import latchkey.simulator.agent.log.HeaderForm;
import latchkey.simulator.guest.GuestSpec;
import latchkey.simulator.guest.OsRelease;
import latchkey.simulator.guest.Role;
import latchkey.simulator.guest.Tongue;
import latchkey.simulator.wire.MachineSpec;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/**
 * Reads the traits of a machine to place. Keys: {@code computer}, {@code release} (such as
 * server-2022), {@code core} (true), {@code role} (such as member-server), {@code language} (such
 * as de-DE), {@code domain}, {@code agent.headers} (A0, A, B, C), {@code agent.version}, {@code
 * agent.installed} (false), {@code agent.relays} (true), {@code image.prepared} (false), {@code
 * disk.specialized} (true), and those of {@link VmAccessOptions} after {@code vmaccess.}.
 */
final class Traits {
    private static final int NETBIOS = 15;

    private static final Set<String> KEYS =
            Set.of(
                    "computer",
                    "release",
                    "core",
                    "role",
                    "language",
                    "domain",
                    "agent.headers",
                    "agent.version",
                    "agent.installed",
                    "agent.relays",
                    "image.prepared",
                    "disk.specialized");

    private final MachineSpec spec;

    Traits(MachineSpec spec) {
        this.spec = spec;
    }

    /** Keys that mean nothing to a guest, in order. */
    static Collection<String> unknown(Collection<String> keys) {
        TreeSet<String> unknown = new TreeSet<>(keys);
        unknown.removeAll(KEYS);
        unknown.removeAll(VmAccessOptions.KEYS);
        return unknown;
    }

    GuestSpec guest() {
        OsRelease release = enumOf(OsRelease.class, "release", release());
        String domain = text("domain", "");
        return new GuestSpec(
                text("computer", shortened(spec.name())),
                release,
                is("core", spec.image().sku().contains("core")),
                enumOf(Role.class, "role", role(release, domain)),
                tongue(),
                domain);
    }

    AgentSetup agent() {
        HeaderForm form = enumOf(HeaderForm.class, "agent.headers", HeaderForm.C);
        return new AgentSetup(
                text("agent.version", AgentSetup.versionOf(form)),
                form,
                is("agent.installed", true),
                is("image.prepared", true),
                is("disk.specialized", false),
                is("agent.relays", form == HeaderForm.C));
    }

    VmAccessOptions vmAccess() {
        return VmAccessOptions.of(spec.traits());
    }

    private OsRelease release() {
        String plan = spec.image().sku().toLowerCase(Locale.ROOT);
        List<OsRelease> releases = Arrays.asList(OsRelease.values());
        for (OsRelease release : releases.reversed()) {
            String year = release.name().replaceAll("\\D*(\\d+)(_R2)?", "$1");
            boolean second = release.name().endsWith("_R2") == plan.contains("r2");
            if (second && plan.contains(year) && release.isServer()) {
                return release;
            }
        }
        if (plan.startsWith("win11")) {
            return OsRelease.WINDOWS_11;
        }
        return plan.startsWith("win10") ? OsRelease.WINDOWS_10 : OsRelease.SERVER_2022;
    }

    private static Role role(OsRelease release, String domain) {
        if (release.isServer()) {
            return domain.isEmpty() ? Role.STANDALONE_SERVER : Role.MEMBER_SERVER;
        }
        return domain.isEmpty() ? Role.STANDALONE_WORKSTATION : Role.MEMBER_WORKSTATION;
    }

    private Tongue tongue() {
        String tag = text("language", Tongue.ENGLISH.tag());
        for (Tongue tongue : Tongue.values()) {
            if (tongue.tag().equalsIgnoreCase(tag) || tongue.name().equalsIgnoreCase(tag)) {
                return tongue;
            }
        }
        throw new UnknownTrait("language", tag);
    }

    private String text(String key, String otherwise) {
        return spec.traits().getOrDefault(key, otherwise);
    }

    private boolean is(String key, boolean otherwise) {
        return Boolean.parseBoolean(text(key, Boolean.toString(otherwise)));
    }

    private <E extends Enum<E>> E enumOf(Class<E> type, String key, E otherwise) {
        String word = text(key, otherwise.name()).replace('-', '_').toUpperCase(Locale.ROOT);
        for (E value : type.getEnumConstants()) {
            if (value.name().equals(word)) {
                return value;
            }
        }
        throw new UnknownTrait(key, word);
    }

    private static String shortened(String name) {
        return name.length() > NETBIOS ? name.substring(0, NETBIOS) : name;
    }
}
