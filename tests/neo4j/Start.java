import java.nio.file.Path;
import org.neo4j.dbms.api.DatabaseManagementService;
import org.neo4j.dbms.api.DatabaseManagementServiceBuilder;

/** Starts a Neo4j server of a configuration file and stops it when its standard input ends. */
public class Start {
    public static void main(String[] args) throws Exception {
        DatabaseManagementService server =
                new DatabaseManagementServiceBuilder(Path.of(args[0])).loadPropertiesFromFile(Path.of(args[1])).build();
        Runtime.getRuntime().addShutdownHook(new Thread(server::shutdown));
        System.out.println("started");
        System.out.flush();
        System.setOut(System.err); // nobody reads the output any more
        while (System.in.read() >= 0) {
            // nothing is said to the server; the end of the input means that whoever started it is gone
        }
        System.exit(0);
    }
}
