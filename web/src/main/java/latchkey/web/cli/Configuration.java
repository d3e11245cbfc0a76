package latchkey.web.cli;

import latchkey.web.signin.ProviderSettings;
import latchkey.web.store.PostgresAccount;

import org.jspecify.annotations.Nullable;

import java.nio.file.Path;

/**
 * What {@code --config} says; everything in it may be absent.
 *
 * @param keepDays 0 for ever
 */
record Configuration(
        Listen listen,
        @Nullable Path data,
        int keepDays,
        @Nullable PostgresAccount database,
        @Nullable ProviderSettings team) {
    static final Configuration NONE =
            new Configuration(new Listen("127.0.0.1", null), null, 0, null, null);

    /** Where to listen. */
    record Listen(String address, @Nullable Integer port) {}
}
