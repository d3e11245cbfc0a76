package latchkey.web.server;

/** Kills of a server that keeps its cases in a file. */
final class CrashTest extends Crashes {
    @Override
    ProcessBuilder configured(ProcessBuilder server) {
        return server;
    }
}
