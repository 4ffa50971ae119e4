/** An embedded server with lively jobs, speaking the same API over real HTTP. Uses nothing else of Jobglass. */
package dev.jobglass.demo;
