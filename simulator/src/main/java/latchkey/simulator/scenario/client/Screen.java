package latchkey.simulator.scenario.client;

import latchkey.simulator.scenario.bundle.Stamps;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** Draws what a client shows of an attempt. */
public final class Screen {
    private static final String END = "\r\n";

    private Screen() {}

    /** What the person copies at the end of the attempt: nobody hands in a success. */
    public static Sight of(Attempt attempt) {
        ArmError error = attempt.error();
        String text =
                error == null
                        ? ""
                        : switch (attempt.client()) {
                            case AZ -> az(attempt, error);
                            case POWERSHELL -> powershell(attempt, error);
                            case PORTAL -> portal(attempt, error);
                            case SDK -> sdk(error);
                            case TEMPLATE -> error.json();
                        };
        return new Sight(attempt.to(), attempt.client().file(), text, error != null);
    }

    @Known(how = How.RECORDED, source = "az errors of public reports: code in brackets, then again")
    private static String az(Attempt attempt, ArmError error) {
        return "$ "
                + attempt.command()
                + END
                + "("
                + error.code()
                + ") "
                + error.message()
                + END
                + "Code: "
                + error.code()
                + END
                + "Message: "
                + error.message()
                + END
                + (error.target().isEmpty() ? "" : "Target: " + error.target() + END);
    }

    @Known(
            how = How.RECORDED,
            source = "Az PowerShell reports: ErrorCode, ErrorMessage, ErrorTarget, OperationID")
    private static String powershell(Attempt attempt, ArmError error) {
        boolean refused = error.status() != 0;
        String head =
                refused
                        ? error.message()
                        : "Long running operation failed with status 'Failed'. Additional Info:'"
                                + error.message()
                                + "'";
        String middle =
                "ErrorCode: "
                        + error.code()
                        + END
                        + "ErrorMessage: "
                        + error.message()
                        + END
                        + "ErrorTarget: "
                        + error.target()
                        + END;
        String tail =
                refused
                        ? "StatusCode: "
                                + error.status()
                                + END
                                + "ReasonPhrase: "
                                + error.reason()
                                + END
                        : "StartTime: "
                                + Stamps.american(attempt.from())
                                + END
                                + "EndTime: "
                                + Stamps.american(attempt.to())
                                + END;
        return "PS C:\\> "
                + attempt.command()
                + END
                + attempt.verb()
                + " : "
                + head
                + END
                + middle
                + tail
                + "OperationID : "
                + attempt.operation()
                + END
                + (refused ? "" : "Status: Failed" + END)
                + position(attempt);
    }

    private static String position(Attempt attempt) {
        return "At line:1 char:1"
                + END
                + "+ "
                + attempt.command()
                + END
                + "+ "
                + "~".repeat(Math.min(80, attempt.command().length()))
                + END
                + "    + CategoryInfo          : CloseError: (:) ["
                + attempt.verb()
                + "], ComputeCloudException"
                + END
                + "    + FullyQualifiedErrorId : Microsoft.Azure.Commands.Compute."
                + attempt.verb().replace("-", "")
                + "Command"
                + END;
    }

    @Known(how = How.ASSUMED, source = "the portal's notifications shorten; its words vary")
    private static String portal(Attempt attempt, ArmError error) {
        return "Failed: "
                + attempt.verb()
                + END
                + error.message()
                + " (Code: "
                + error.code()
                + ")"
                + END;
    }

    @Known(how = How.INFERRED, source = "exceptions of the Azure SDKs print status and body")
    private static String sdk(ArmError error) {
        return error.status() == 0
                ? "com.azure.core.management.exception.ManagementException: Long running operation"
                        + " failed with status 'Failed', "
                        + "\""
                        + error.json()
                        + "\""
                        + END
                : "com.azure.core.management.exception.ManagementException: Status code "
                        + error.status()
                        + ", \""
                        + error.json()
                        + "\""
                        + END;
    }
}
