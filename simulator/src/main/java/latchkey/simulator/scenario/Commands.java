package latchkey.simulator.scenario;

import latchkey.simulator.scenario.client.Client;
import latchkey.simulator.scenario.language.Phrase;
import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

/** What people type for what they want; secrets are never in it. */
@Known(
        how = How.SPECIFIED,
        source = "Set-AzVMAccessExtension, Set-AzVMExtension, az vm user, az vm extension")
final class Commands {
    private Commands() {}

    /** The cmdlet, or the portal's words, that an error is headed with. */
    static String verb(Client client, String word) {
        boolean portal = client == Client.PORTAL;
        return switch (word) {
            case "reset-password" -> portal ? "Reset password" : "Set-AzVMAccessExtension";
            case "reset-rdp" -> portal ? "Reset configuration" : "Set-AzVMAccessExtension";
            case "put-extension" -> portal ? "Install extension" : "Set-AzVMExtension";
            case "delete-extension" -> portal ? "Uninstall extension" : "Remove-AzVMExtension";
            case "run-command" -> portal ? "Run command" : "Invoke-AzVMRunCommand";
            case "start" -> portal ? "Start virtual machine" : "Start-AzVM";
            case "stop", "deallocate" -> portal ? "Stop virtual machine" : "Stop-AzVM";
            case "restart" -> portal ? "Restart virtual machine" : "Restart-AzVM";
            case "redeploy", "reapply" -> portal ? "Redeploy virtual machine" : "Set-AzVM";
            case "create-vm" -> portal ? "Create virtual machine" : "New-AzVM";
            default -> portal ? "Update virtual machine" : "Update-AzVM";
        };
    }

    static String reset(Client client, Stage stage, Phrase step, String name) {
        boolean linux = step.text("handler", "windows").equals("linux");
        String user = step.text("user", "");
        if (client == Client.AZ) {
            if (linux || step.word().equals("reset-rdp")) {
                return az(stage, step, "vm extension set")
                        + " --name "
                        + (linux ? "VMAccessForLinux" : "VMAccessAgent")
                        + " --publisher "
                        + (linux ? "Microsoft.OSTCExtensions" : "Microsoft.Compute")
                        + " --protected-settings \"{}\"";
            }
            return "az vm user update -g "
                    + stage.group()
                    + " -n "
                    + stage.vm(step)
                    + " -u "
                    + user
                    + " -p ********";
        }
        if (linux) {
            return powershell(stage, step, "Set-AzVMExtension", name)
                    + " -Publisher Microsoft.OSTCExtensions -ExtensionType VMAccessForLinux"
                    + " -TypeHandlerVersion "
                    + step.text("version", "1.5");
        }
        return powershell(stage, step, "Set-AzVMAccessExtension", name)
                + (step.has("user") || step.has("password") ? " -Credential $credential" : "")
                + " -TypeHandlerVersion "
                + step.text("version", "2.4")
                + step.find("force-rerun").map(tag -> " -ForceRerun " + tag).orElse("");
    }

    static String create(Client client, Stage stage, String name) {
        return client == Client.AZ
                ? "az vm create -g " + stage.group() + " -n " + name + " --image Win2022Datacenter"
                : "New-AzVM -ResourceGroupName " + stage.group() + " -Name " + name;
    }

    static String put(Client client, Stage stage, Phrase step) {
        if (client == Client.AZ) {
            return az(stage, step, "vm extension set")
                    + " --name "
                    + step.text("type")
                    + " --publisher "
                    + step.text("publisher")
                    + " --version "
                    + step.text("version");
        }
        return powershell(stage, step, "Set-AzVMExtension", step.text("name"))
                + " -Publisher "
                + step.text("publisher")
                + " -ExtensionType "
                + step.text("type")
                + " -TypeHandlerVersion "
                + step.text("version");
    }

    static String delete(Client client, Stage stage, Phrase step, String name) {
        return client == Client.AZ
                ? az(stage, step, "vm extension delete") + " --name " + name
                : powershell(stage, step, "Remove-AzVMExtension", name) + " -Force";
    }

    static String machine(Client client, Stage stage, Phrase step, String word) {
        if (client == Client.AZ) {
            return "az vm " + word + " -g " + stage.group() + " -n " + stage.vm(step);
        }
        return verb(Client.POWERSHELL, word)
                + " -ResourceGroupName "
                + stage.group()
                + " -Name "
                + stage.vm(step)
                + (word.equals("reapply") || word.equals("redeploy")
                        ? " -R" + word.substring(1)
                        : "");
    }

    private static String az(Stage stage, Phrase step, String command) {
        return "az " + command + " -g " + stage.group() + " --vm-name " + stage.vm(step);
    }

    private static String powershell(Stage stage, Phrase step, String cmdlet, String name) {
        return cmdlet
                + " -ResourceGroupName "
                + stage.group()
                + " -VMName "
                + stage.vm(step)
                + " -Name "
                + name;
    }
}
