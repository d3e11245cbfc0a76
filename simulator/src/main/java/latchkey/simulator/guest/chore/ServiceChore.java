package latchkey.simulator.guest.chore;

import latchkey.simulator.guest.Service;

/** What is done to services and processes. */
public sealed interface ServiceChore extends Chore {
    /** {@code sc config} or {@code Set-Service}; offline it is the Start value of its key. */
    record SetStart(String service, Service.Start start) implements ServiceChore {
        @Override
        public boolean worksOffline() {
            return true;
        }
    }

    /** {@code net start} or {@code Start-Service}. */
    record Start(String service) implements ServiceChore {}

    /** {@code net stop} or {@code Stop-Service}. */
    record Stop(String service) implements ServiceChore {}

    /** {@code Restart-Service}. */
    record Restart(String service) implements ServiceChore {}

    /** {@code taskkill /f /fi "SERVICES eq NAME"}: the process that hosts a service. */
    record EndHost(String service) implements ServiceChore {}

    /** {@code taskkill /f /im}: file name of the program. */
    record EndProcess(String program) implements ServiceChore {}
}
