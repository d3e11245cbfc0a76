package latchkey.simulator.wire;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import org.w3c.dom.Element;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which handlers a machine should run, with which settings.
 *
 * @param incarnation of the goal state it belongs to
 * @param statusBlob signed address the agent writes its status to
 * @param plugins in the document's order
 * @param serviceNumber {@code inSvdSeqNo}, grows with every change of extensions
 * @param activityId the change's activity, a GUID
 */
@Known(
        how = How.SPECIFIED,
        source = "WALinuxAgent test data with a Windows VMAccessAgent 2.4.7 entry")
public record ExtensionsConfig(
        int incarnation,
        String statusBlob,
        List<PluginGoal> plugins,
        int serviceNumber,
        String activityId) {
    /** Copies the plugins. */
    public ExtensionsConfig {
        plugins = List.copyOf(plugins);
    }

    /** As it goes over the wire. */
    public String toXml() {
        StringBuilder xml = new StringBuilder(2048);
        xml.append(
                """
                <?xml version="1.0" encoding="utf-8"?>
                <Extensions version="1.0.0.0" goalStateIncarnation="%s">
                  <GuestAgentExtension xmlns:i="http://www.w3.org/2001/XMLSchema-instance">
                    <GAFamilies><GAFamily><Name>Win7</Name><Uris /></GAFamily></GAFamilies>
                    <ServiceName>CRP</ServiceName>
                  </GuestAgentExtension>
                  <StatusUploadBlob statusBlobType="BlockBlob">%s</StatusUploadBlob>
                """
                        .formatted(incarnation, Xml.escape(statusBlob)));
        xml.append("  <Plugins>\n");
        plugins.forEach(plugin -> xml.append(entry(plugin)));
        xml.append("  </Plugins>\n  <PluginSettings>\n");
        plugins.forEach(plugin -> xml.append(settings(plugin)));
        xml.append("  </PluginSettings>\n");
        xml.append(
                "  <InVMGoalStateMetaData inSvdSeqNo=\"%s\" activityId=\"%s\" correlationId=\"%s\" />\n"
                        .formatted(serviceNumber, activityId, activityId));
        return xml.append("</Extensions>\n").toString();
    }

    private static String entry(PluginGoal plugin) {
        return "    <Plugin name=\"%s\" version=\"%s\" location=\"%s\" state=\"%s\" autoUpgrade=\"%s\""
                        .formatted(
                                Xml.escape(plugin.handler()),
                                Xml.escape(plugin.version()),
                                Xml.escape(plugin.location()),
                                plugin.state().word(),
                                plugin.autoUpgrade())
                + " runAsStartupTask=\"false\" isJson=\"true\" useExactVersion=\"true\" />\n";
    }

    private static String settings(PluginGoal plugin) {
        return """
            <Plugin name="%s" version="%s">
              <RuntimeSettings seqNo="%s">%s</RuntimeSettings>
            </Plugin>
        """
                .formatted(
                        Xml.escape(plugin.handler()),
                        Xml.escape(plugin.version()),
                        plugin.settings().sequence(),
                        Xml.escape(plugin.settings().json()));
    }

    /** Reads it as an agent does. */
    public static ExtensionsConfig parse(String xml) throws UnreadableDocument {
        Element root = Xml.parse(xml);
        try {
            Element meta = Xml.all(root, "InVMGoalStateMetaData").getFirst();
            return new ExtensionsConfig(
                    Integer.parseInt(root.getAttribute("goalStateIncarnation")),
                    Xml.text(root, "StatusUploadBlob"),
                    plugins(root),
                    Integer.parseInt(meta.getAttribute("inSvdSeqNo")),
                    meta.getAttribute("activityId"));
        } catch (NumberFormatException | java.util.NoSuchElementException e) {
            throw new UnreadableDocument("an extensions document with a part missing", e);
        }
    }

    private static List<PluginGoal> plugins(Element root) throws UnreadableDocument {
        Map<String, PluginGoal.Settings> settings = new HashMap<>();
        for (Element holder : Xml.all(root, "PluginSettings")) {
            for (Element plugin : Xml.all(holder, "Plugin")) {
                Element runtime = Xml.all(plugin, "RuntimeSettings").getFirst();
                settings.put(
                        plugin.getAttribute("name"),
                        new PluginGoal.Settings(
                                Integer.parseInt(runtime.getAttribute("seqNo")),
                                runtime.getTextContent()));
            }
        }
        List<PluginGoal> plugins = new ArrayList<>();
        for (Element holder : Xml.all(root, "Plugins")) {
            for (Element plugin : Xml.all(holder, "Plugin")) {
                String handler = plugin.getAttribute("name");
                plugins.add(
                        new PluginGoal(
                                handler,
                                plugin.getAttribute("version"),
                                plugin.getAttribute("location"),
                                PluginGoal.State.of(plugin.getAttribute("state")),
                                Boolean.parseBoolean(plugin.getAttribute("autoUpgrade")),
                                settings.getOrDefault(handler, new PluginGoal.Settings(0, ""))));
            }
        }
        return plugins;
    }
}
