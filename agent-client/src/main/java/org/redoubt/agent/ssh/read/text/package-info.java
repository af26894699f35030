/** The forms that a probe's answers have: lines, sections, JSON; whether they are whole, and what may be believed of names. */
package org.redoubt.agent.ssh.read.text;
