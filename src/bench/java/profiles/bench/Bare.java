package profiles.bench;

import io.javalin.Javalin;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.ByteBufferPool;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import profiles.config.DatabaseConfig;
import profiles.database.ConnectionPools;

/** HTTP with next to nothing behind it. */
final class Bare {
    /** Who is asking, as the service asks it. */
    private static final String SQL =
        "select * from user_session s join auth_user u on u.id = s.user_id left join profiles_profile p on p.user_id = u.id where "
        + "s.token_hash = ?";

    private static final int BUFFER = 64 * 1024;

    private Bare() {
    }

    static void hello() {
        var javalin = Javalin.create(to -> {
            to.startup.showJavalinBanner = false;
            to.jetty.host = "127.0.0.1";
            to.jetty.port = 0;
            to.routes.get("/", ctx -> ctx.result("Hello"));
        }).start();
        System.out.println("ready at http://127.0.0.1:" + javalin.port());
    }

    /** Asks the database and writes a file's bytes, from memory. @param token the hash of a session's */
    static void query(String url, String token, Path answer) throws Exception {
        DataSource readers = ConnectionPools.open(new DatabaseConfig(url, "root", "")).readers();
        var bytes = Files.readAllBytes(answer);
        serve((request, response, callback) -> {
            ask(readers, token);
            response.getHeaders().put(HttpHeader.CONTENT_TYPE, "text/html;charset=utf-8");
            response.write(true, ByteBuffer.wrap(bytes), callback);
            return true;
        });
    }

    private static void ask(DataSource readers, String token) throws SQLException {
        try (var connection = readers.getConnection(); var statement = connection.prepareStatement(SQL)) {
            statement.setString(1, token);
            try (var rows = statement.executeQuery()) {
                if (!rows.next()) throw new SQLException("nobody");
                for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) rows.getString(i);
            }
        }
    }

    static void file(Path file) throws Exception {
        serve((request, response, callback) -> {
            response.getHeaders().put(HttpHeader.CONTENT_LENGTH, Files.size(file));
            Content.copy(Content.Source.from(new ByteBufferPool.Sized(request.getComponents().getByteBufferPool(), true, BUFFER), file),
                response, callback);
            return true;
        });
    }

    private interface Answer {
        boolean handle(Request request, Response response, Callback callback) throws Exception;
    }

    private static void serve(Answer answer) throws Exception {
        var server = new Server();
        var connector = new ServerConnector(server);
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        server.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws Exception {
                return answer.handle(request, response, callback);
            }
        });
        server.start();
        System.out.println("ready at http://127.0.0.1:" + connector.getLocalPort());
    }
}
