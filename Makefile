.DEFAULT_GOAL := help
.PHONY: help demo test test-faults test-kill soak resume check run bench simulate format

# Options of `make bench`, `make simulate` and `make demo` (see src/test/java/io/reconciled) and of `make run`.
bench_settings = N ROUNDS ONLY
simulate_settings = SEEDS FROM BUG BUGS
demo_settings = SECONDS LOSS SEEDS RATE KILLS OUTAGE KEYS STATE PORT SEED SOAK
ARGS =

maven_options = -B -ntp
main_sources := pom.xml $(shell find src/main)
all_sources := $(main_sources) $(shell find src/test)

# A recipe that starts with one of these has a JDK new enough, or ends with how to get one.
with_jdk = JAVA_HOME=$$(.mvn/find-jdk) || exit 1; export JAVA_HOME;
with_maven = $(with_jdk) command -v mvn >/dev/null || \
	{ echo 'Maven 3.8 or newer is needed, and mvn is not on the PATH (Debian: apt-get install maven; macOS: brew install maven).' >&2; exit 1; };

run_demo = $(with_jdk) exec "$$JAVA_HOME/bin/java" -XX:+EnableDynamicAgentLoading --enable-native-access=ALL-UNNAMED \
	--add-opens=java.base/java.lang.invoke=ALL-UNNAMED \
	-Djava.util.logging.manager=org.jboss.logmanager.LogManager \
	-cp "target/classes:target/test-classes:$$(cat target/test.classpath)" \
	io.reconciled.demo.$(or $(1),Demo) $(foreach name,$(demo_settings),$(if $($(name)),$(name)=$($(name))))

help: ## show this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-11s %s\n", $$1, $$2 }' Makefile

demo: target/demo.compiled ## three real databases, seeded drift, found live; SECONDS=90 ends it by itself
	@$(call run_demo)

test-kill: KILLS = 10
test-kill: RATE = 200
test-kill: SECONDS = 60
test-kill: target/demo.compiled ## the demo, its daemon killed ten times, or KILLS=100 times: nothing lost, nothing false
	@$(call run_demo)

soak: MINUTES = 60
soak: RATE = 200
soak: SECONDS = $(shell expr $(MINUTES) \* 60)
soak: SOAK = $(if $(filter 1 2 3 4 5 6 7 8 9,$(MINUTES)),10,60)
soak: target/demo.compiled ## the demo for MINUTES=60 at RATE=200, its daemon watched: heap, threads, files, connections do not grow
	@$(call run_demo)

resume: KEYS = 350000
resume: target/demo.compiled ## the daemon is killed, a million changes are made, it is started again: caught up, exact, below 512 MB
	@$(call run_demo,Resume)

test: ## the whole gate: format, compile, all tests on real servers
	@$(with_maven) exec mvn $(maven_options) verify

# Classes *IT of io.reconciled.faults and below, with those tagged "long". ONLY='lines/*IT' takes some.
test-faults: ## every fault on real servers, the long ones too; ONLY='lines/*IT' for some
	@$(with_maven) exec mvn $(maven_options) verify -Dtest.excluded= -Dtest=NoSuch -Dsurefire.failIfNoSpecifiedTests=false \
		-Dfailsafe.failIfNoSpecifiedTests=true -Dit.test='io/reconciled/faults/$(or $(ONLY),**/*IT)'

check: ## format, compile, tests that need no server
	@$(with_maven) exec mvn $(maven_options) spotless:check test

run: target/quarkus-app/quarkus-run.jar ## the daemon, or a command: make run ARGS='validate'
	@$(with_jdk) exec "$$JAVA_HOME/bin/java" -XX:+ExitOnOutOfMemoryError -XX:+UseSerialGC --enable-native-access=ALL-UNNAMED -jar $< $(ARGS)

bench: target/demo.compiled ## figures beside their floors, in one run; N=10000000 keys, ONLY=sweep
	@$(with_jdk) exec "$$JAVA_HOME/bin/java" --sun-misc-unsafe-memory-access=allow -XX:+IgnoreUnrecognizedVMOptions \
		-Djava.util.logging.manager=org.jboss.logmanager.LogManager \
		-cp "target/classes:target/test-classes:$$(cat target/test.classpath)" \
		io.reconciled.bench.Bench $(foreach name,$(bench_settings),$(if $($(name)),$(name)=$($(name))))

simulate: target/demo.compiled ## faults under a simulated clock: SEEDS=10000, FROM=1, BUG=name, BUGS=all
	@$(with_jdk) exec "$$JAVA_HOME/bin/java" -Djava.util.logging.manager=org.jboss.logmanager.LogManager \
		-cp "target/classes:target/test-classes:$$(cat target/test.classpath)" \
		io.reconciled.simulation.Simulate $(foreach name,$(simulate_settings),$(if $($(name)),$(name)=$($(name))))

format: ## rewrite sources and pom.xml in the project's format
	@$(with_maven) exec mvn $(maven_options) spotless:apply

target/demo.compiled: $(all_sources)
	@echo 'Compiling; the first time, Maven also fetches the libraries and database servers (some minutes).'
	@$(with_maven) MAVEN_OPTS="$${MAVEN_OPTS:-} -XX:TieredStopAtLevel=1" mvn -q $(maven_options) package dependency:build-classpath \
		-DskipTests -Dspotless.check.skip -Dmdep.outputFile=target/test.classpath -Dmdep.includeScope=test
	@touch $@ target/quarkus-app/quarkus-run.jar

target/quarkus-app/quarkus-run.jar: $(main_sources)
	@$(with_maven) mvn -q $(maven_options) package -DskipTests
	@touch $@
