package latchkey.rules.catalog;

import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Lines of progress as a healthy guest agent writes them all day; an anchor among them is met too
 * often.
 */
final class OrdinaryLines {
    static final List<String> ALL =
            Stream.of(
                            "[00000004] 2024-04-17T07:19:26.812Z [INFO]  Start Workflow.",
                            "Starting installation/update of plugins. Incarnation: 4, extension"
                                    + " count: 3",
                            "Starting extension processing for extension 'HandlerName:"
                                    + " 'Microsoft.Compute.VMAccessAgent',",
                            "Getting plugin locations for plugin 'Microsoft.Compute.VMAccessAgent'."
                                    + " Current Version: '2.4',",
                            "Auto-Upgrade mode. Highest public version for plugin"
                                    + " 'Microsoft.Compute.VMAccessAgent'",
                            "Test extract the plugin zip file to the temp folder C:\\TEMP\\",
                            "Beginning enable of plugin Microsoft.Compute.VMAccessAgent.",
                            "Waiting for command"
                                + " C:\\Packages\\Plugins\\Microsoft.Compute.VMAccessAgent\\2.4.11\\bin\\enable.cmd",
                            "of plugin (name Microsoft.Compute.VMAccessAgent version 2.4.11) to"
                                    + " finish...",
                            "Successfully installed plugin Microsoft.Compute.VMAccessAgent.",
                            "Successfully enabled plugin Microsoft.Compute.VMAccessAgent.",
                            "Installed plugin (name: Microsoft.Compute.VMAccessAgent, version:"
                                    + " 2.4.11), Code: 0",
                            "Plugin enabled (handler name: Microsoft.Compute.VMAccessAgent,"
                                    + " extension name: , version: 2.4.11).,",
                            "Setting the install state of the handler"
                                    + " Microsoft.Compute.VMAccessAgent_2.4.11 to Enabled",
                            "Validating RuntimeSettings for the Microsoft.Compute.VMAccessAgent"
                                    + " plugin (version 2.4.11).",
                            "Process runtime settings of plugin (handler name:"
                                    + " Microsoft.Compute.VMAccessAgent, extension name: ,",
                            "Logs\\Plugins\\Microsoft.Compute.VMAccessAgent\\2.4.11\\CommandExecution.log")
                    .map(line -> line.toLowerCase(Locale.ROOT))
                    .toList();

    private OrdinaryLines() {}
}
