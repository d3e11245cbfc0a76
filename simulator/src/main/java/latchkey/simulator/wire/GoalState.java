package latchkey.simulator.wire;

import latchkey.simulator.world.How;
import latchkey.simulator.world.Known;

import org.w3c.dom.Element;

/**
 * The document that tells an agent what is new: {@code GET /machine/?comp=goalstate}.
 *
 * @param incarnation grows with every change of the machine's model
 * @param containerId the host's container, a GUID
 * @param instanceId role instance, such as {@code _vm1}
 * @param configName name of the host's configuration, ending in {@code .xml}
 */
@Known(how = How.SPECIFIED, source = "WALinuxAgent wire.py and its test data")
public record GoalState(int incarnation, String containerId, String instanceId, String configName) {
    /** Where the extensions of this goal state are told. */
    public String extensionsAddress() {
        return address("config&type=extensionsConfig");
    }

    /** Where the certificates of this goal state are handed out. */
    public String certificatesAddress() {
        return address("certificates");
    }

    private String address(String component) {
        return "http://%s:80/machine/%s/%s?comp=%s&incarnation=%s"
                .formatted(Cloud.HOST, containerId, instanceId, component, incarnation);
    }

    /** As it goes over the wire. */
    public String toXml() {
        return """
        <?xml version="1.0" encoding="utf-8"?>
        <GoalState xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" xsi:noNamespaceSchemaLocation="goalstate10.xsd">
          <Version>2012-11-30</Version>
          <Incarnation>%s</Incarnation>
          <Machine>
            <ExpectedState>Started</ExpectedState>
            <StopRolesDeadlineHint>300000</StopRolesDeadlineHint>
            <LBProbePorts><Port>16001</Port></LBProbePorts>
            <ExpectHealthReport>FALSE</ExpectHealthReport>
          </Machine>
          <Container>
            <ContainerId>%s</ContainerId>
            <RoleInstanceList>
              <RoleInstance>
                <InstanceId>%s</InstanceId>
                <State>Started</State>
                <Configuration>
                  <HostingEnvironmentConfig>%s</HostingEnvironmentConfig>
                  <SharedConfig>%s</SharedConfig>
                  <ExtensionsConfig>%s</ExtensionsConfig>
                  <FullConfig>%s</FullConfig>
                  <Certificates>%s</Certificates>
                  <ConfigName>%s</ConfigName>
                </Configuration>
              </RoleInstance>
            </RoleInstanceList>
          </Container>
        </GoalState>
        """
                .formatted(
                        incarnation,
                        containerId,
                        instanceId,
                        Xml.escape(address("config&type=hostingEnvironmentConfig")),
                        Xml.escape(address("config&type=sharedConfig")),
                        Xml.escape(extensionsAddress()),
                        Xml.escape(address("config&type=fullConfig")),
                        Xml.escape(certificatesAddress()),
                        Xml.escape(configName));
    }

    /** Reads it as an agent does. */
    public static GoalState parse(String xml) throws UnreadableDocument {
        Element root = Xml.parse(xml);
        if (!root.getTagName().equals("GoalState")) {
            throw new UnreadableDocument("not a goal state");
        }
        try {
            return new GoalState(
                    Integer.parseInt(Xml.text(root, "Incarnation")),
                    Xml.text(root, "ContainerId"),
                    Xml.text(root, "InstanceId"),
                    Xml.text(root, "ConfigName"));
        } catch (NumberFormatException e) {
            throw new UnreadableDocument("a goal state without incarnation", e);
        }
    }
}
