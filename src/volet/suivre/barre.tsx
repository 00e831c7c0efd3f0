import { makeStyles, tokens } from "@fluentui/react-components";
import { ecrireCompte, ecrireNombre } from "../../redaction";

const CONTRASTE = "@media (forced-colors: active)";
const HAUTEUR = 14;

const useStyles = makeStyles({
  barre: { display: "flex", gap: tokens.spacingHorizontalXXS, height: `${HAUTEUR}px` },
  part: { display: "block", minWidth: "3px", height: "100%", overflow: "visible" },
  finances: {
    fill: tokens.colorNeutralForeground1,
    [CONTRASTE]: { fill: "CanvasText" },
  },
  prevus: {
    fill: tokens.colorCompoundBrandStroke,
    [CONTRASTE]: { fill: "Highlight" },
  },
  aTrouver: {
    fill: "none",
    stroke: tokens.colorNeutralForeground1,
    strokeWidth: "1px",
    strokeDasharray: "3 2",
    [CONTRASTE]: { stroke: "CanvasText" },
  },
  signe: { flexShrink: 0, display: "block", overflow: "visible" },
});

export type Part = "finances" | "prevus" | "aTrouver";

interface Props {
  /** Logements de chaque part. */
  parts: Readonly<Record<Part, number>>;
  objectif: number;
}

const ORDRE: readonly Part[] = ["finances", "prevus", "aTrouver"];

/** Où en est l'objectif, d'un coup d'œil : plein, financés ; bleu, prévus ; pointillé, à trouver. */
export function Barre({ parts, objectif }: Props): React.JSX.Element {
  const styles = useStyles();
  return (
    <div role="img" aria-label={lire(parts, objectif)} className={styles.barre}>
      {ORDRE.filter((part) => parts[part] > 0).map((part) => (
        <svg key={part} className={styles.part} style={{ flex: `${parts[part]} 1 0` }} aria-hidden>
          <Trace part={part} largeur="100%" hauteur={HAUTEUR} />
        </svg>
      ))}
    </div>
  );
}

/** Le même dessin, en légende d'une ligne de tableau. */
export function SigneDePart({ part }: { part: Part }): React.JSX.Element {
  const cote = 12;
  return (
    <svg className={useStyles().signe} width={cote} height={cote} aria-hidden>
      <Trace part={part} largeur={cote} hauteur={cote} />
    </svg>
  );
}

interface PropsDeTrace {
  part: Part;
  largeur: number | string;
  hauteur: number;
}

/** Le pointillé se trace à cheval sur son bord : un demi-point de chaque côté. */
function Trace({ part, largeur, hauteur }: PropsDeTrace): React.JSX.Element {
  const pointille = part === "aTrouver";
  return (
    <rect
      className={useStyles()[part]}
      y={pointille ? 0.5 : 0}
      width={largeur}
      height={pointille ? hauteur - 1 : hauteur}
    />
  );
}

function lire({ finances, prevus, aTrouver }: Props["parts"], objectif: number): string {
  return `${ecrireCompte(finances, "financé")}, ${ecrireCompte(prevus, "prévu")}, ${ecrireNombre(aTrouver)} à trouver sur ${ecrireNombre(objectif)}`;
}
