package profiles.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;

/** An nginx in front of a service, which sends the documents that the service lets it send (X-Accel-Redirect). */
final class Nginx implements AutoCloseable {
    private static final String CONF = """
        worker_processes 2;
        daemon off;
        pid %1$s/pid;
        error_log %1$s/error.log;
        user %2$s;
        events { worker_connections 1024; }
        http {
          sendfile on;
          tcp_nopush on;
          access_log off;
          client_max_body_size 25m;
          client_body_temp_path %1$s/body; proxy_temp_path %1$s/proxy;
          fastcgi_temp_path %1$s/fcgi; uwsgi_temp_path %1$s/uwsgi; scgi_temp_path %1$s/scgi;
          upstream service { server %3$s; keepalive 16; }
          server {
            listen 127.0.0.1:%4$d;
            location /protected/ { internal; alias %5$s/; }
            location / { proxy_pass http://service; proxy_http_version 1.1;
              proxy_set_header Connection ""; proxy_set_header Host $http_host; }
          }
        }
        """;

    private final Process process;
    private final int port;

    /** @param service where it answers, without a slash at its end */
    Nginx(Path folder, String service, Path media) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (var free = new ServerSocket(0)) {
            port = free.getLocalPort();
        }
        var conf = folder.resolve("nginx.conf");
        Files.writeString(conf, CONF.formatted(folder, System.getProperty("user.name"), service.replace("http://", ""), port, media));
        process = new ProcessBuilder("/usr/sbin/nginx", "-e", folder.resolve("error.log").toString(), "-c", conf.toString()).inheritIO()
            .start();
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroy));
        while (process.isAlive() && !answers()) Thread.sleep(20);
        if (!process.isAlive()) throw new IOException("nginx does not start");
    }

    static boolean missing() {
        return !Files.isExecutable(Path.of("/usr/sbin/nginx"));
    }

    private boolean answers() {
        try (var socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException notYet) {
            return false;
        }
    }

    String base() {
        return "http://127.0.0.1:" + port;
    }

    long pid() {
        return process.pid();
    }

    @Override
    public void close() {
        process.destroy();
    }
}
