import { Button, makeStyles, tokens } from "@fluentui/react-components";
import { ClipboardCheckmarkRegular } from "@fluentui/react-icons/svg/clipboard-checkmark";
import { DocumentTextRegular } from "@fluentui/react-icons/svg/document-text";
import { LockClosedRegular } from "@fluentui/react-icons/svg/lock-closed";
import { MathFormulaRegular } from "@fluentui/react-icons/svg/math-formula";
import type { ReactNode } from "react";
import { Encadre } from "../commun/encadre";
import { BarreDActions, Ecran, Section } from "../commun/mise-en-place";
import { typographier } from "../../redaction";
import { useTextes } from "../commun/textes";
import { InsererUnExemple } from "./inserer-un-exemple";

const useStyles = makeStyles({
  cartes: {
    display: "flex",
    flexDirection: "column",
    gap: tokens.spacingVerticalS,
    margin: 0,
    padding: 0,
    listStyleType: "none",
  },
});

interface Props {
  controler: () => Promise<void>;
}

/** Première ouverture : ce que le complément fait, et par où commencer. */
export function Accueil({ controler }: Props): React.JSX.Element {
  const textes = useTextes();
  const styles = useStyles();
  return (
    <>
      <Ecran>
        <Section>
          <h2 className={textes.grandTitre} tabIndex={-1} data-repli-focus>
            Votre tableau, contrôlé article par article
          </h2>
          <p className={textes.explication}>
            Ouvrez la feuille des objectifs par commune. Elle reste telle quelle tant que vous ne
            demandez rien d’autre.
          </p>
        </Section>
        <ul className={styles.cartes}>
          <Carte icone={<ClipboardCheckmarkRegular fontSize={20} />} titre="Contrôler">
            Ce qui manque, dans quelle cellule, selon quel article, et que faire.
          </Carte>
          <Carte icone={<DocumentTextRegular fontSize={20} />} titre="Rédiger">
            La feuille Article 2 au format de la trame, prête à imprimer.
          </Carte>
          <Carte icone={<MathFormulaRegular fontSize={20} />} titre="Calculer">
            Les fonctions CMS dans vos cellules, par exemple =CMS.OBJECTIF(500;5).
          </Carte>
        </ul>
        <Encadre icone={<LockClosedRegular fontSize={16} />}>
          {typographier("Rien ne sort du classeur : ni serveur, ni mesure d’usage.")}
        </Encadre>
      </Ecran>
      <BarreDActions>
        <Button appearance="primary" onClick={() => void controler()}>
          Contrôler cette feuille
        </Button>
        <InsererUnExemple controler={controler} />
      </BarreDActions>
    </>
  );
}

interface PropsDeCarte {
  icone: ReactNode;
  titre: string;
  children: ReactNode;
}

function Carte({ icone, titre, children }: PropsDeCarte): React.JSX.Element {
  const textes = useTextes();
  return (
    <li>
      <Encadre fond="aucun" icone={icone}>
        <h3 className={textes.titre}>{titre}</h3>
        <p className={textes.petiteExplication}>{children}</p>
      </Encadre>
    </li>
  );
}
