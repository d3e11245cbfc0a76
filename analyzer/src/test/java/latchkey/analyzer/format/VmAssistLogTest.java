package latchkey.analyzer.format;

class VmAssistLogTest implements LineFormatContract {
    @Override
    public LineFormat format() {
        return new VmAssistLog();
    }

    @Override
    public String path() {
        return "vmassist-20250509.log";
    }

    @Override
    public String sample() {
        return LineKit.sample("vmassist.log");
    }
}
