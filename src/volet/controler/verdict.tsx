import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { Controle } from "../../controle";
import { ecrireNombre, phraserVerdict } from "../../redaction";
import { useTextes } from "../commun/textes";
import { useRetard } from "../commun/use-retard";
import { ASPECT_DU_VERDICT } from "./aspects";
import { Carton } from "./carton";

const useStyles = makeStyles({
  chiffres: {
    display: "grid",
    gridAutoFlow: "column",
    gridAutoColumns: "1fr",
    margin: 0,
    paddingTop: tokens.spacingVerticalS,
    borderTop: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
  },
  chiffre: {
    "& + &": {
      borderLeft: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
      paddingLeft: tokens.spacingHorizontalM,
    },
  },
  lecture: {
    position: "absolute",
    right: tokens.spacingHorizontalS,
    bottom: tokens.spacingVerticalXS,
  },
});

/** Au-delà, l'attente se voit. */
const ATTENTE_VISIBLE = 300;

interface Props {
  controle: Controle;
  /** Une nouvelle lecture est en cours ; le verdict précédent reste affiché. */
  enCours: boolean;
}

/** Puis-je l'envoyer ? Le verdict, puis les sommes qui le fondent. */
export function Verdict({ controle, enCours }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const attend = useRetard(enCours, ATTENTE_VISIBLE);
  return (
    <Carton aspect={ASPECT_DU_VERDICT[controle.verdict]} {...phraserVerdict(controle)}>
      <dl className={styles.chiffres}>
        {chiffresDe(controle).map(({ nom, valeur }) => (
          <div key={nom} className={styles.chiffre}>
            <dt className={textes.petiteExplication}>{nom}</dt>
            <dd className={textes.grandTitre}>{valeur}</dd>
          </div>
        ))}
      </dl>
      {attend && <span className={mergeClasses(styles.lecture, textes.petit)}>Lecture…</span>}
    </Carton>
  );
}

function chiffresDe({ type, totaux }: Controle): { nom: string; valeur: string }[] {
  const { avantLegal, apres, marge } = totaux;
  const ecrire = (nombre: number | null): string => (nombre === null ? "–" : ecrireNombre(nombre));
  if (type !== "mutualisant") {
    return [
      { nom: "Avant", valeur: ecrire(avantLegal) },
      { nom: "Retenus", valeur: ecrire(apres) },
    ];
  }
  const signe = marge !== null && marge > 0 ? "+" : "";
  return [
    { nom: "Avant", valeur: ecrire(avantLegal) },
    { nom: "Après", valeur: ecrire(apres) },
    { nom: "Marge", valeur: signe + ecrire(marge) },
  ];
}
