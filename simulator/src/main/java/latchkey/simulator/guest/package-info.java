/**
 * Windows inside a virtual machine: accounts, policies, registry, services, firewall, network,
 * files, event logs. It knows nothing of agents or of Azure; who changes it does so as a program
 * running in it would.
 */
@NullMarked
package latchkey.simulator.guest;

import org.jspecify.annotations.NullMarked;
