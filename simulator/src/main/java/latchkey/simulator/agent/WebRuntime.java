package latchkey.simulator.agent;

import latchkey.simulator.guest.Guest;
import latchkey.simulator.guest.SystemTexts;
import latchkey.simulator.guest.Win32Error;
import latchkey.simulator.wire.Reply;
import latchkey.simulator.wire.WireRequest;
import latchkey.simulator.wire.WireResponse;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import java.util.Map;

/** Requests as .NET makes them, and the words it has for what went wrong. */
@Known(
        how = How.RECORDED,
        source = "WebException texts of windows-azure-guest-agent; others as .NET Framework has")
final class WebRuntime {
    private static final String CANNOT_CONNECT = "Unable to connect to the remote server";
    private static final String SOCKET = " ---> System.Net.Sockets.SocketException: ";
    private static final Map<Integer, String> STATUS =
            Map.of(
                    400, "Bad Request",
                    403, "Forbidden",
                    404, "Not Found",
                    407, "Proxy Authentication Required",
                    410, "Gone",
                    429, "Too Many Requests",
                    500, "Internal Server Error",
                    502, "Bad Gateway",
                    503, "Server Unavailable",
                    504, "Gateway Timeout");

    private final Guest guest;

    WebRuntime(Guest guest) {
        this.guest = guest;
    }

    Answer send(WireRequest request) {
        return switch (guest.network().send(request)) {
            case Reply.Answered answered -> judge(answered.response());
            case Reply.Refused refused -> socket(Win32Error.SOCKET_FORBIDDEN, request);
            case Reply.TimedOut late -> socket(Win32Error.SOCKET_TIMED_OUT, request);
            case Reply.Unreachable unreachable -> unreachable(unreachable, request);
            case Reply.NotTrusted broken -> failed(Failure.web(broken.because()));
        };
    }

    private static Answer judge(WireResponse response) {
        if (response.isSuccess()) {
            return new Answer.Got(response);
        }
        int status = response.status();
        String reason = STATUS.getOrDefault(status, "Unknown");
        String text = "The remote server returned an error: (" + status + ") " + reason + ".";
        return new Answer.Failed(Failure.web(text), status);
    }

    private Answer unreachable(Reply.Unreachable reply, WireRequest request) {
        String host = request.target().getHost();
        boolean named = Character.isLetter(host.charAt(0));
        if (named) {
            return failed(Failure.web("The remote name could not be resolved: '" + host + "'"));
        }
        return socket(
                reply.because().equals("no route")
                        ? Win32Error.HOST_UNREACHABLE
                        : Win32Error.NETWORK_UNREACHABLE,
                request);
    }

    private Answer socket(Win32Error error, WireRequest request) {
        String words = SystemTexts.of(error, guest.spec().tongue());
        String there = request.target().getHost() + ":" + request.port();
        return failed(Failure.web(CANNOT_CONNECT + SOCKET + words + " " + there));
    }

    private static Answer failed(Failure failure) {
        return new Answer.Failed(failure, 0);
    }
}
