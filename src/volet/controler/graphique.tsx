import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { BilanDeCommune, Controle } from "../../controle";
import { ecrireNombre } from "../../redaction";
import { useTextes } from "../commun/textes";
import { lireAVoixHaute, placer, type Positions } from "./echelle";

const CONTRASTE = "@media (forced-colors: active)";

const useStyles = makeStyles({
  liste: { margin: 0, padding: 0, listStyleType: "none" },
  commune: { padding: `${tokens.spacingVerticalXS} 0` },
  ligne: { display: "flex", justifyContent: "space-between", gap: tokens.spacingHorizontalS },
  nombres: { flexShrink: 0, whiteSpace: "nowrap" },
  legendes: { display: "flex", flexWrap: "wrap", columnGap: tokens.spacingHorizontalL },
  legende: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalXS },
  dessin: { display: "block", width: "100%", height: "16px", overflow: "visible" },
  symbole: { width: "14px", height: "16px", overflow: "visible" },
  fond: {
    fill: tokens.colorNeutralBackground4,
    [CONTRASTE]: { fill: "Canvas", stroke: "CanvasText" },
  },
  barre: { fill: tokens.colorCompoundBrandStroke, [CONTRASTE]: { fill: "Highlight" } },
  rond: {
    fill: tokens.colorNeutralBackground1,
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: tokens.strokeWidthThick,
    [CONTRASTE]: { fill: "Canvas", stroke: "CanvasText" },
  },
  trait: {
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: tokens.strokeWidthThick,
    [CONTRASTE]: { stroke: "CanvasText" },
  },
});

/** Une barre par commune : l'objectif après ; un rond creux : avant ; un trait : le plancher. */
export function Graphique({ controle }: { controle: Controle }): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const positions = placer(controle.communes);
  const apres = controle.type === "mutualisant" ? "après" : "retenu";
  const plancher = controle.type === "mutualisant" ? "plancher (guide)" : "plancher";
  return (
    <>
      <div className={mergeClasses(styles.legendes, textes.petiteExplication)} aria-hidden>
        <Legende nom="avant" positions={{ avant: 0.5, apres: null, plancher: null }} />
        <Legende nom={apres} positions={{ avant: null, apres: 1, plancher: null }} />
        <Legende nom={plancher} positions={{ avant: null, apres: null, plancher: 0.5 }} />
      </div>
      <ul className={styles.liste}>
        {controle.communes.map((commune, rang) => (
          <li key={rang} className={styles.commune}>
            <Entete commune={commune} />
            <svg className={styles.dessin} role="img" aria-label={lireAVoixHaute(commune)}>
              <rect className={styles.fond} y="4" width="100%" height="8" rx="2" />
              <Marques positions={positions[rang]} />
            </svg>
          </li>
        ))}
      </ul>
    </>
  );
}

function Entete({ commune }: { commune: BilanDeCommune }): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const ecrire = (nombre: number | null): string => (nombre === null ? "–" : ecrireNombre(nombre));
  return (
    <div className={mergeClasses(styles.ligne, textes.petit)}>
      <span>{commune.nom}</span>
      <span className={styles.nombres}>
        {ecrire(commune.objectifAvant)} → <strong>{ecrire(commune.objectifApres)}</strong>
      </span>
    </div>
  );
}

function Legende({ nom, positions }: { nom: string; positions: Positions }): React.JSX.Element {
  const styles = useStyles();
  return (
    <span className={styles.legende}>
      <svg className={styles.symbole}>
        <Marques positions={positions} />
      </svg>
      {nom}
    </span>
  );
}

/** Les trois marques d'une commune, en pour-cent de la largeur : le dessin suit celle du volet. */
function Marques({ positions }: { positions: Positions | undefined }): React.JSX.Element {
  const styles = useStyles();
  const { avant = null, apres = null, plancher = null } = positions ?? {};
  return (
    <>
      {apres !== null && (
        <rect className={styles.barre} y="4" width={enPourcent(apres)} height="8" rx="2" />
      )}
      {plancher !== null && (
        <line
          className={styles.trait}
          x1={enPourcent(plancher)}
          x2={enPourcent(plancher)}
          y1="1"
          y2="15"
        />
      )}
      {avant !== null && <circle className={styles.rond} cx={enPourcent(avant)} cy="8" r="4" />}
    </>
  );
}

function enPourcent(part: number): string {
  return `${part * 100}%`;
}
