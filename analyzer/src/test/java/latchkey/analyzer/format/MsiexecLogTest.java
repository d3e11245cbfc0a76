package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MsiexecLogTest implements LineFormatContract {
    @Override
    public LineFormat format() {
        return new MsiexecLog();
    }

    @Override
    public String path() {
        return "Windows/Panther/msiexec.log";
    }

    @Test
    void showsAFailedActionThoughNoRuleAsks() {
        assertThat(LineKit.read(path(), sample()).entries)
                .singleElement()
                .satisfies(entry -> assertThat(entry.text()).contains("actual error code 1"));
    }
}
