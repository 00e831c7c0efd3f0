import { makeStyles, mergeClasses, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { Constat, Gravite } from "../../controle";
import { phraserConstat } from "../../redaction";
import { LienVersCellule } from "../commun/lien-vers-cellule";
import { useTextes } from "../commun/textes";
import { ASPECT_DE_LA_GRAVITE, IconeDAspect } from "./aspects";
import { clesDesConstats } from "./grouper";

const useStyles = makeStyles({
  groupe: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  liste: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
  constat: {
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    border: `${tokens.strokeWidthThin} solid ${tokens.colorNeutralStroke1}`,
    borderLeftWidth: tokens.strokeWidthThicker,
    borderRadius: tokens.borderRadiusMedium,
  },
  erreur: { borderLeftColor: tokens.colorStatusDangerForeground3 },
  avertissement: { borderLeftColor: tokens.colorStatusWarningForeground3 },
  information: { borderLeftColor: tokens.colorNeutralForeground3 },
  titre: { display: "flex", alignItems: "center", gap: tokens.spacingHorizontalS },
  tete: {
    display: "flex",
    justifyContent: "space-between",
    gap: tokens.spacingHorizontalS,
  },
});

interface PropsDeGroupe {
  feuille: string;
  titre: string;
  gravite: Gravite;
  constats: readonly Constat[];
}

/** Les constats d'une même gravité, sous leur titre ; rien s'il n'y en a pas. */
export function GroupeDeConstats({
  feuille,
  titre,
  gravite,
  constats,
}: PropsDeGroupe): React.JSX.Element | null {
  const styles = useStyles();
  const textes = useTextes();
  if (constats.length === 0) return null;
  return (
    <>
      <h2 className={mergeClasses(styles.groupe, textes.titre)}>
        <IconeDAspect aspect={ASPECT_DE_LA_GRAVITE[gravite]} taille={16} />
        {titre}, {constats.length}
      </h2>
      <ListeDeConstats feuille={feuille} constats={constats} />
    </>
  );
}

interface PropsDeListe {
  feuille: string;
  constats: readonly Constat[];
}

export function ListeDeConstats({ feuille, constats }: PropsDeListe): React.JSX.Element {
  const cles = clesDesConstats(constats);
  return (
    <ListeDeRemarques>
      {constats.map((constat, rang) => (
        <UnConstat key={cles[rang]} feuille={feuille} constat={constat} />
      ))}
    </ListeDeRemarques>
  );
}

/** La liste qui porte des `Remarque`. */
export function ListeDeRemarques({ children }: { children: ReactNode }): React.JSX.Element {
  return <ul className={useStyles().liste}>{children}</ul>;
}

function UnConstat({ feuille, constat }: { feuille: string; constat: Constat }): React.JSX.Element {
  return <Remarque {...constat} feuille={feuille} phrase={phraserConstat(constat)} />;
}

const MOTS: Readonly<Record<Gravite, string>> = {
  erreur: "Erreur",
  avertissement: "Avertissement",
  information: "Information",
};

interface PropsDeRemarque {
  gravite: Gravite;
  code: string;
  /** La cellule en cause, et sa feuille. */
  adresse?: string;
  feuille: string;
  phrase: ReturnType<typeof phraserConstat>;
  /** Vrai hors d'un groupe dont le titre dit déjà la gravité. */
  seule?: boolean;
}

/** Une chose à dire, dans une liste : quoi, pourquoi, que faire, selon quel article, et la cellule où aller. */
export function Remarque({
  gravite,
  code,
  adresse,
  feuille,
  phrase: { titre, pourquoi, queFaire, article },
  seule = false,
}: PropsDeRemarque): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  return (
    <li
      className={mergeClasses(styles.constat, styles[gravite])}
      data-code={code}
      data-gravite={gravite}
      data-adresse={adresse}
    >
      <div className={styles.tete}>
        <h3 className={mergeClasses(styles.titre, textes.titre)}>
          {seule && (
            <IconeDAspect aspect={ASPECT_DE_LA_GRAVITE[gravite]} taille={16} mot={MOTS[gravite]} />
          )}
          <span>{titre}</span>
        </h3>
        {adresse && <LienVersCellule feuille={feuille} adresse={adresse} />}
      </div>
      <p className={textes.petiteExplication}>{pourquoi}</p>
      <p className={textes.petit}>{queFaire}</p>
      <p className={textes.legende}>{article}</p>
    </li>
  );
}
