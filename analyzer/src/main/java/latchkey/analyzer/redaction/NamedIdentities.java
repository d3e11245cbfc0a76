package latchkey.analyzer.redaction;

import org.jspecify.annotations.Nullable;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** Hosts, accounts and ids in fields, flags, elements and in quotation marks behind their noun. */
final class NamedIdentities implements Detector {
    private static final int LONGEST = 104;
    private static final Set<String> HOSTS =
            Set.of(
                    "computername",
                    "hostname",
                    "vmname",
                    "machinename",
                    "virtualmachinename",
                    "dnshostname",
                    "workstationname",
                    "workstation",
                    "computer",
                    "netbiosname",
                    "clientname",
                    "vm",
                    "machine",
                    "host",
                    "virtualmachine");
    private static final Set<String> ACCOUNTS =
            Set.of(
                    "username",
                    "adminusername",
                    "user",
                    "account",
                    "accountname",
                    "targetusername",
                    "subjectusername",
                    "samaccountname",
                    "loginname",
                    "login",
                    "logonname",
                    "administratorusername",
                    "defaultusername",
                    "userid",
                    "useraccount",
                    "targetaccountname",
                    "useraccountname");
    private static final Map<String, Mask> IDS =
            Map.of(
                    "subscription",
                    Mask.SUBSCRIPTION,
                    "subscriptionid",
                    Mask.SUBSCRIPTION,
                    "tenant",
                    Mask.TENANT,
                    "tenantid",
                    Mask.TENANT,
                    "objectid",
                    Mask.OBJECT,
                    "oid",
                    Mask.OBJECT,
                    "principalid",
                    Mask.OBJECT);

    @Override
    public void find(Passage passage, List<Span> found) {
        NamedValue.each(
                passage,
                new NamedValue.Reader() {
                    @Override
                    public boolean wants(String name) {
                        return maskOf(name) != null;
                    }

                    @Override
                    public int read(Passage text, NamedValue value) {
                        Mask mask = maskOf(value.name());
                        int end = end(text, value);
                        if (mask == null || !names(text, value, end, mask)) {
                            return value.start();
                        }
                        found.add(new Span(value.start(), end, mask, true));
                        return end;
                    }
                });
    }

    private static @Nullable Mask maskOf(String name) {
        if (HOSTS.contains(name)) {
            return Mask.HOST;
        }
        return ACCOUNTS.contains(name) ? Mask.ACCOUNT : IDS.get(name);
    }

    /** Of DOMAIN\NAME and NAME@DOMAIN the detectors of those take care. */
    private static int end(Passage text, NamedValue value) {
        int end = value.end();
        while (end > value.start() && "'\".,;:)]".indexOf(text.at(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private static boolean names(Passage text, NamedValue value, int end, Mask mask) {
        int length = end - value.start();
        if (length < 2 || length > LONGEST) {
            return false;
        }
        String name = text.value(value.start(), end);
        if (IDS.containsKey(value.name())) {
            return isGuid(name) && mask != Mask.HOST;
        }
        boolean isName = name.chars().noneMatch(c -> "\\/@<>|:*?%{}()[]=;,\"'".indexOf(c) >= 0);
        boolean isTold =
                value.link() != NamedValue.Link.BLANK
                        || (value.isQuoted() && name.indexOf(' ') < 0);
        return isName && isTold && !WellKnown.isNobody(name);
    }

    static boolean isGuid(String text) {
        if (text.length() != 36) {
            return false;
        }
        for (int i = 0; i < 36; i++) {
            boolean isDash = i == 8 || i == 13 || i == 18 || i == 23;
            if (isDash ? text.charAt(i) != '-' : Character.digit(text.charAt(i), 16) < 0) {
                return false;
            }
        }
        return true;
    }
}
