package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Mark;
import latchkey.analyzer.evidence.RunKey;

import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The other JSON files of handlers and of the agent. */
final class HandlerDocumentTest {
    private static final String FOLDER = "Packages/Plugins/Microsoft.Compute.VMAccessAgent/2.4.11/";

    @Nested
    final class Settings implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new HandlerDocument.Reading(HandlerDocument.SETTINGS);
        }

        @Override
        public String fileName() {
            return FOLDER + "RuntimeSettings/4.settings";
        }

        @Override
        public String sample() {
            return "{\"runtimeSettings\":[{\"handlerSettings\":{\"protectedSettingsCertThumbprint\":\"AB12\","
                       + "\"protectedSettings\":\"TUlJQnNlYWxlZA==\",\"publicSettings\":{\"username\":\"ops\"}}}]}";
        }

        @Test
        void tellsTheAccountAndKeepsTheSealedPartIn() {
            // When
            var kept = DocumentKit.read(fileName(), sample());
            // Then
            assertThat(kept.factLines())
                    .containsExactly("vmaccess-user=ops", "settings-thumbprint=AB12");
            assertThat(kept.at("/runtimeSettings/0/handlerSettings/protectedSettings").text())
                    .isEqualTo("sealed, 16 bytes");
            assertThat(kept.quotes())
                    .noneSatisfy(quote -> assertThat(quote.text()).contains("TUlJ"));
            assertThat(kept.entries)
                    .allSatisfy(entry -> assertThat(entry.run().sequence()).isEqualTo(4));
        }
    }

    @Nested
    final class Environment implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new HandlerDocument.Reading(HandlerDocument.ENVIRONMENT);
        }

        @Override
        public String fileName() {
            return FOLDER + "HandlerEnvironment.json";
        }

        @Override
        public String sample() {
            return "[{\"version\":1.0,\"handlerEnvironment\":{\"logFolder\":\"C:\\\\Logs\"}}]";
        }
    }

    @Nested
    final class Manifest implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new HandlerDocument.Reading(HandlerDocument.MANIFEST);
        }

        @Override
        public String fileName() {
            return "pasted.txt";
        }

        @Override
        public String sample() {
            return "[{\"version\":1.0,\"handlerManifest\":{\"enableCommand\":\"bin\\\\go.exe\",\"reportHeartbeat\":false}}]";
        }
    }

    @Nested
    final class Heartbeat implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new HandlerDocument.Reading(HandlerDocument.HEARTBEAT);
        }

        @Override
        public String fileName() {
            return FOLDER + "Status/HeartBeat.Json";
        }

        @Override
        public String sample() {
            return "[{\"version\":1.0,\"heartbeat\":{\"status\":\"notready\",\"code\":7,\"Message\":\"no"
                       + " widgets\"}}]";
        }
    }

    @Nested
    final class Aggregate implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new AggregateStatus();
        }

        @Override
        public String fileName() {
            return "aggregatestatus_20310203040506000.json";
        }

        @Override
        public String sample() {
            return """
            {"timestampUTC":"2031-02-03T04:05:06Z","aggregateStatus":{
             "guestAgentStatus":{"version":"2.7.1","status":"Ready"},
             "handlerAggregateStatus":[{"handlerName":"Microsoft.Compute.VMAccessAgent","handlerVersion":"2.4.11","status":"Ready",
              "runtimeSettingsStatus":{"sequenceNumber":"5","settingsStatus":{"timestampUTC":"2031-02-03T04:00:00Z",
               "status":{"status":"error","code":-1,"formattedMessage":{"message":"no widgets"}}}}}]},
             "guestOSInfo":{"computerName":"VM07","osName":"Windows","osVersion":"10.0.1"}}
            """;
        }

        @Test
        void tellsHowEachHandlersRunEnded() {
            // When
            var kept = DocumentKit.read(fileName(), sample());
            // Then
            assertThat(kept.markTypes())
                    .containsExactly(Mark.Type.STATUS_ERROR, Mark.Type.AGENT_ALIVE);
            assertThat(kept.marks.getFirst().run())
                    .isEqualTo(new RunKey(RunKey.VMACCESS, "2.4.11", 5));
            assertThat(kept.marks.getFirst().time()).hasToString("2031-02-03T04:00:00Z");
            assertThat(kept.factLines())
                    .contains("agent-status=ready", "agent-version=2.7.1", "computer-name=VM07");
        }
    }

    @Nested
    final class GoalState implements DocumentFormatContract {
        @Override
        public DocumentFormat format() {
            return new ExtensionsConfig();
        }

        @Override
        public String fileName() {
            return "WireServerRoleExtensionsConfig_1._VM07.xml";
        }

        @Override
        public String sample() {
            return """
            <Extensions version="1.0.0.0"><Plugins><Plugin name="Microsoft.Compute.VMAccessAgent" version="2.4.11" location="https://x/m.xml" state="enabled"/></Plugins>
            <PluginSettings><Plugin name="Microsoft.Compute.VMAccessAgent" version="2.4.11"><RuntimeSettings seqNo="6">{"runtimeSettings":[{"handlerSettings":{"protectedSettings":"TUlJQnNlYWxlZA==","publicSettings":{"UserName":"ops"}}}]}</RuntimeSettings></Plugin></PluginSettings></Extensions>
            """;
        }

        @Test
        void tellsThePluginAndSealsItsSecrets() {
            // When
            var kept = DocumentKit.read(fileName(), sample());
            // Then
            assertThat(kept.at("/Plugins/0/version").text()).isEqualTo("2.4.11");
            var user =
                    kept.at(
                            "/Plugins/1/RuntimeSettings!/runtimeSettings/0/handlerSettings/publicSettings/UserName");
            assertThat(user.run()).isEqualTo(new RunKey(RunKey.VMACCESS, "2.4.11", 6));
            assertThat(kept.quotes())
                    .noneSatisfy(quote -> assertThat(quote.text()).contains("TUlJ"));
        }
    }
}
