package latchkey.analyzer.format;

class AgentLogTest implements LineFormatContract {
    @Override
    public LineFormat format() {
        return new AgentLog();
    }

    @Override
    public String path() {
        return "WindowsAzure/Logs/Telemetry.log";
    }

    @Override
    public boolean isKnownByContent() {
        return false;
    }
}
