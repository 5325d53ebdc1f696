/** Import of servers from files that people already have: CSV and Ansible inventories. */
package io.throughline.configuration.service.inventory;
