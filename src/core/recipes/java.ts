import { feedUrl } from './addresses';
import { isPlainHttp } from './place';
import { xmlEscaped } from './quoting';
import type { Recipe, Setting } from './shape';
import { bashSession, powerShellOnce } from './shell-lines';
import type { SnippetPart } from './snippet';
import { file } from './snippet';
import { repositoryId } from './source-name';

const repositoryOf = (setting: Setting) => `${feedUrl(setting)}/maven/v1`;

/** Since 3.8.1 Maven sends every repository without TLS to a mirror that refuses it; one of its own takes this one out. */
function mirror(setting: Setting): string {
  if (!isPlainHttp(setting.place)) return '';
  const [id, url] = [repositoryId(setting), repositoryOf(setting)];
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

/**
 * The repository stands in it, too, so that the file is enough where no pom.xml names the feed. The user is a word, since the token alone
 * counts (services.md, Readings 12) and Maven would read a `${…}` in a name. Source: server.md 10 and 11.
 */
function settings(setting: Setting, password: string | SnippetPart): SnippetPart[] {
  const id = repositoryId(setting);
  return file`<settings xmlns="http://maven.apache.org/SETTINGS/1.0.0">
  <servers>
    <server>
      <id>${id}</id>
      <username>any</username>
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

/** Source: server.md 10 (Maven) and 11; Gradle takes the same repository with a user and a password. */
export const JAVA_RECIPES: readonly Recipe[] = [
  {
    id: 'maven',
    scopes: ['vso.packaging'],
    where: 'shell-named-by-file',
    needs: ['feed'],
    takes: ['feedProject'],
    path: 'settings-xml',
    warning: 'maven-together',
    write: { file: (setting) => settings(setting, `\${env.AZDO_PAT}`), ...session },
  },
  {
    id: 'maven-plain',
    scopes: ['vso.packaging'],
    where: 'settings-xml',
    needs: ['feed'],
    takes: ['feedProject'],
    path: 'settings-xml',
    warning: 'settings-xml-private',
    write: { file: (setting) => settings(setting, { secret: 'plain' }) },
  },
  {
    id: 'gradle',
    scopes: ['vso.packaging'],
    where: 'shell-named-by-shared-file',
    needs: ['feed'],
    takes: ['feedProject'],
    path: 'build-gradle',
    warning: 'gradle-together',
    write: { file: gradle, ...session },
  },
];
