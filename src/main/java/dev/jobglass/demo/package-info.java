/** An embedded server with lively jobs, speaking the same API over real HTTP. It owns its jobs and its threads. */
package dev.jobglass.demo;
