import { Badge, makeStyles, tokens } from "@fluentui/react-components";
import { EditRegular } from "@fluentui/react-icons/svg/edit";
import { LockClosedRegular } from "@fluentui/react-icons/svg/lock-closed";
import type { VersionSignee } from "../../controle";
import { nommerVersion, typographier } from "../../redaction";
import { useTextes } from "../commun/textes";

const useStyles = makeStyles({
  badges: { display: "flex", flexWrap: "wrap", gap: tokens.spacingHorizontalS },
  badge: { height: "auto", minHeight: "20px", textAlign: "left" },
});

/** Projet, signé ou avenant : ce que les objectifs suivis valent. */
export function Etat({ version }: { version: VersionSignee | null }): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  return (
    <>
      <div className={styles.badges}>
        <Badge
          className={styles.badge}
          appearance="outline"
          color="informative"
          shape="rounded"
          icon={version ? <LockClosedRegular /> : <EditRegular />}
        >
          {version ? nommerVersion(version) : "Projet"}
        </Badge>
        {version && version.inventaire !== null && (
          <Badge className={styles.badge} appearance="outline" color="informative" shape="rounded">
            Inventaire au 01/01/{version.inventaire}
          </Badge>
        )}
      </div>
      <p className={textes.petiteExplication}>
        {typographier(
          version
            ? "Ces objectifs sont opposables : ni le tableau ni un nouvel inventaire ne les changent."
            : "Les objectifs suivis sont ceux du tableau contrôlé. Une fois le contrat signé, figez-les : ils ne bougeront plus."
        )}
      </p>
      {version?.incomplete && (
        <p className={textes.petit}>
          {typographier(
            "Une ligne de cette version ne se lit pas sur « CMS – Contrat » : il peut y manquer une commune. Corrigez-la, puis actualisez."
          )}
        </p>
      )}
    </>
  );
}
