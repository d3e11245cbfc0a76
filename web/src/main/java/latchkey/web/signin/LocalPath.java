package latchkey.web.signin;

import org.jspecify.annotations.Nullable;

/** Where to go after signing in: a page of this server, or its first page. */
public final class LocalPath {
    private static final int LONGEST = 2000;

    private LocalPath() {}

    /** Browsers take a second slash, a backslash or a lost control character for another host. */
    public static String of(@Nullable String wanted) {
        if (wanted == null) {
            return "/";
        }
        boolean isHere =
                wanted.length() <= LONGEST
                        && wanted.startsWith("/")
                        && !wanted.startsWith("//")
                        && !wanted.startsWith("/sign-in")
                        && wanted.chars().allMatch(LocalPath::isPlain);
        return isHere ? wanted : "/";
    }

    private static boolean isPlain(int letter) {
        return letter > ' ' && letter < 0x7f && letter != '\\';
    }
}
