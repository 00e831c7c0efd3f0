import { Button, Switch, makeStyles, tokens } from "@fluentui/react-components";
import { phraserErreurExcel, typographier } from "../../redaction";
import { MessageDErreur } from "../commun/message-d-erreur";
import { Section } from "../commun/mise-en-place";
import { useTextes } from "../commun/textes";
import type { ControleDeLaFeuille } from "./use-controle";
import type { IssueDuSurlignage } from "./use-surlignage";

const useStyles = makeStyles({
  gestes: { display: "flex", flexWrap: "wrap", alignItems: "center" },
  interrupteur: { flexGrow: 1, marginLeft: `calc(-1 * ${tokens.spacingHorizontalS})` },
});

interface Props {
  feuille: string;
  controle: Pick<ControleDeLaFeuille, "surlignage" | "surligner">;
}

/** Met les cellules en cause en évidence dans la feuille, ou l'en retire. */
export function Surlignage({ feuille, controle }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const { issue, suivies } = controle.surlignage;
  const suivie = suivies.has(feuille);
  return (
    <Section>
      <div className={styles.gestes}>
        <Switch
          className={styles.interrupteur}
          label="Surligner dans la feuille"
          checked={suivie}
          onChange={(_, { checked }) => void controle.surligner(checked)}
        />
        {!suivie && (
          // Celui d'une autre fois, ou d'un collègue.
          <Button
            size="small"
            appearance="subtle"
            aria-label="Retirer le surlignage"
            onClick={() => void controle.surligner(false)}
          >
            Retirer
          </Button>
        )}
      </div>
      {suivie && (
        <p className={textes.petiteExplication}>
          {typographier(
            "Erreurs : rouge, gras, cadre plein. Avertissements : jaune, italique, cadre tireté. Il suit chaque contrôle ; vos formats ne changent pas."
          )}
        </p>
      )}
      <p role="status" className={textes.petit}>
        {issue && dire(issue)}
      </p>
      {issue?.fait === "echec" && <MessageDErreur {...phraserErreurExcel(issue.code)} />}
    </Section>
  );
}

function dire({ fait }: IssueDuSurlignage): string {
  switch (fait) {
    case "pose":
      return "Les cellules en cause sont surlignées.";
    case "rien":
      return "Aucune cellule à surligner : la feuille ne porte plus de surlignage.";
    case "retrait":
      return "La feuille ne porte plus de surlignage du complément.";
    case "echec":
      return "Le surlignage n’a pas été fait et ne suivra plus les contrôles.";
  }
}
