package latchkey.analyzer.format;

import static org.assertj.core.api.Assertions.assertThat;

import latchkey.analyzer.evidence.Mark;

import org.junit.jupiter.api.Test;

class SerialLogTest implements LineFormatContract {
    @Override
    public LineFormat format() {
        return new SerialLog();
    }

    @Override
    public String path() {
        return "boot-diagnostics/serial.log";
    }

    @Test
    void tellsBootsAndHealth() {
        var kept = LineKit.read(path(), sample());
        assertThat(kept.markTypes()).containsExactly(Mark.Type.BOOT);
        assertThat(kept.factLines())
                .contains("domain-role=MemberServer", "service.TermService=stopped");
    }
}
