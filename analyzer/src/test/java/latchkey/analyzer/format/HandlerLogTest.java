package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Level;
import latchkey.analyzer.evidence.RunKey;

import org.junit.jupiter.api.Test;

class HandlerLogTest implements LineFormatContract {
    @Override
    public LineFormat format() {
        return new HandlerLog();
    }

    @Override
    public String path() {
        return "WindowsAzure/Logs/Plugins/Microsoft.Compute.JsonADDomainExtension/1.3.6/ADDomainExtension.log";
    }

    @Test
    void showsErrorsWithTheHandlerTheyBelongTo() {
        assertThat(LineKit.read(path(), sample()).entries)
                .singleElement()
                .satisfies(
                        entry -> {
                            assertThat(entry.level()).isEqualTo(Level.ERROR);
                            assertThat(entry.run())
                                    .isEqualTo(
                                            new RunKey(
                                                    "Microsoft.Compute.JsonADDomainExtension",
                                                    "1.3.6",
                                                    null));
                        });
    }
}
