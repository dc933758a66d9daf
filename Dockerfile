FROM maven:3.9-eclipse-temurin-17 AS build
WORKDIR /build
COPY pom.xml ./
COPY jte jte
COPY static static
COPY src/build src/build
COPY src/main src/main
RUN --mount=type=cache,target=/root/.m2 mvn -B -ntp package -Dmaven.test.skip=true

FROM eclipse-temurin:17-jre
# A folder of its own for what must last: the database and the files. Mount a volume there.
RUN useradd --system --uid 10001 --user-group --no-create-home --shell /usr/sbin/nologin profiles && install -d -o profiles -g profiles /data
COPY --from=build /build/target/profiles.jar /opt/profiles.jar
# Its classes as Java holds them in memory: it starts in little more than half the time.
RUN java -jar /opt/profiles.jar archive
USER 10001:10001
WORKDIR /data
VOLUME /data
# One arena: else the C library keeps memory aside for many threads, which here hold little.
ENV HOST=0.0.0.0 PORT=8080 MALLOC_ARENA_MAX=1
EXPOSE 8080
# The image has no curl; bash has, and it speaks TCP.
HEALTHCHECK --interval=15s --timeout=5s --start-period=30s CMD ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/$PORT && printf 'GET /healthz HTTP/1.0\\r\\nHost: localhost\\r\\n\\r\\n' >&3 && read -r -t 4 _ status _ <&3 && [ \"$status\" = 200 ]"]
# Out of memory, a service is worse than none: it ends, and whoever watches it starts it again.
ENTRYPOINT ["java", "-XX:+ExitOnOutOfMemoryError", "-XX:ReservedCodeCacheSize=48m", "-XX:SharedArchiveFile=/opt/profiles.jsa", "-jar", "/opt/profiles.jar"]
