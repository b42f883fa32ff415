import { feedUrl } from './addresses';
import { isPlainHttp } from './place';
import { sourceName, xmlEscaped } from './quoting';
import type { Recipe, Setting } from './shape';
import { bashSession, powerShellOnce } from './shell-lines';
import type { SnippetPart } from './snippet';
import { file } from './snippet';

const repositoryOf = (setting: Setting) => `${feedUrl(setting)}/maven/v1`;

/** The feed's own name where Maven takes it for an id, since that is what Azure DevOps proposes for a pom.xml. */
const idOf = ({ given }: Setting) => (/^[A-Za-z0-9_.-]+$/.test(given.feed) ? given.feed : sourceName(given.feed));

const userOf = ({ place }: Setting) => (place.kind === 'services' ? place.organization : place.collection);

/** Since 3.8.1 Maven sends every repository without TLS to a mirror that refuses it; one of its own takes this one out. */
function mirror(setting: Setting): string {
  if (!isPlainHttp(setting.place)) return '';
  const [id, url] = [idOf(setting), repositoryOf(setting)];
  return `
  <mirrors>
    <mirror>
      <id>${id}</id>
      <mirrorOf>${id}</mirrorOf>
      <url>${xmlEscaped(url)}</url>
      <blocked>false</blocked>
    </mirror>
  </mirrors>`;
}

/** The repository stands in it, too, so that the file is enough where no pom.xml names the feed. Source: server.md 10 and 11. */
function settings(setting: Setting, password: string | SnippetPart): SnippetPart[] {
  const id = idOf(setting);
  return file`<settings xmlns="http://maven.apache.org/SETTINGS/1.0.0">
  <servers>
    <server>
      <id>${id}</id>
      <username>${xmlEscaped(userOf(setting))}</username>
      <password>${password}</password>
    </server>
  </servers>${mirror(setting)}
  <profiles>
    <profile>
      <id>azure-artifacts</id>
      <repositories>
        <repository>
          <id>${id}</id>
          <url>${xmlEscaped(repositoryOf(setting))}</url>
          <snapshots>
            <enabled>true</enabled>
          </snapshots>
        </repository>
      </repositories>
    </profile>
  </profiles>
  <activeProfiles>
    <activeProfile>azure-artifacts</activeProfile>
  </activeProfiles>
</settings>
`;
}

/** The address is percent-encoded, so no quote of Groovy or Kotlin is in it; this form is the same in both languages. */
function gradle(setting: Setting): SnippetPart[] {
  const url = repositoryOf(setting);
  const insecure = isPlainHttp(setting.place) ? '\n        isAllowInsecureProtocol = true' : '';
  return file`repositories {
    maven {
        url = uri("${url}")${insecure}
        credentials {
            username = "any"
            password = System.getenv("AZDO_PAT")
        }
    }
}
`;
}

const session = {
  bash: () => bashSession('export AZDO_PAT="$PAT"'),
  powershell: () => powerShellOnce('$env:AZDO_PAT = $PAT'),
};

const TOGETHER = 'The file and the variable belong together: save the one, and set the other in each shell.';

/** Source: server.md 10 (Maven) and 11; Gradle takes the same repository with a user and a password. */
export const JAVA_RECIPES: readonly Recipe[] = [
  {
    id: 'maven',
    name: 'Maven: settings.xml and a variable',
    scopes: ['vso.packaging'],
    where: 'In the environment of the shell, until it is closed; the file only names the variable.',
    needs: ['feed'],
    takes: ['feedProject'],
    path: '~/.m2/settings.xml',
    warning: `${TOGETHER} A repository that stands in a pom.xml must have the same id. Deploying needs Packaging: Read & write.`,
    write: { file: (setting) => settings(setting, `\${env.AZDO_PAT}`), ...session },
  },
  {
    id: 'maven-plain',
    name: 'Maven: token in settings.xml',
    scopes: ['vso.packaging'],
    where: 'In your own settings.xml, in plain text.',
    needs: ['feed'],
    takes: ['feedProject'],
    path: '~/.m2/settings.xml',
    warning:
      'Keep this file out of every repository, and let nobody else read it (chmod 600). Deploying needs Packaging: Read & write.',
    write: { file: (setting) => settings(setting, { secret: 'plain' }) },
  },
  {
    id: 'gradle',
    name: 'Gradle: build.gradle and a variable',
    scopes: ['vso.packaging'],
    where:
      'In the environment of the shell, until it is closed; the file only names the variable, and may be checked in.',
    needs: ['feed'],
    takes: ['feedProject'],
    path: 'build.gradle or build.gradle.kts',
    warning: `${TOGETHER} Publishing needs Packaging: Read & write. Stop a Gradle daemon that was started without the variable: gradle --stop.`,
    write: { file: gradle, ...session },
  },
];
