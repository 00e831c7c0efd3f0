import { makeStyles, tokens } from "@fluentui/react-components";
import type { ReactNode } from "react";
import type { VersionSignee } from "../controle";
import { PERIODE_PAR_DEFAUT } from "../regles";
import { ecrireCompte, ecrireDate, typographier } from "../redaction";
import { useTextes } from "./commun/textes";
import type { Resultat } from "./controler/controler-feuille";

const useStyles = makeStyles({
  entete: {
    display: "flex",
    alignItems: "flex-start",
    gap: tokens.spacingHorizontalS,
    // À droite, la place du menu que l'hôte pose sur le volet.
    padding: `${tokens.spacingVerticalMNudge} 36px ${tokens.spacingVerticalSNudge} ${tokens.spacingHorizontalL}`,
  },
  titres: { flexGrow: 1, minWidth: 0 },
});

interface Props {
  /** Rien n'a encore été contrôlé. */
  accueil: boolean;
  resultat: Resultat | null;
  children: ReactNode;
}

/** De quel EPCI, de quel contrat et de quelle période il s'agit. */
export function EnTete({ accueil, resultat, children }: Props): React.JSX.Element {
  const styles = useStyles();
  const textes = useTextes();
  const { titre, legende } = decrire(resultat, accueil);
  return (
    <header className={styles.entete}>
      <div className={styles.titres}>
        <h1 className={textes.titre}>{typographier(titre)}</h1>
        <p className={textes.legende}>{typographier(legende)}</p>
      </div>
      {children}
    </header>
  );
}

function decrire(resultat: Resultat | null, accueil: boolean): { titre: string; legende: string } {
  if (!resultat) {
    return {
      titre: accueil ? "Bienvenue" : "Contrôle",
      legende: `Contrats de mixité sociale, ${PERIODE_PAR_DEFAUT}`,
    };
  }
  const feuille = `« ${resultat.feuille} »`;
  if (!resultat.reconnu) {
    const { plage, cellulesLues } = resultat.absence;
    const lues = ecrireCompte(cellulesLues, "cellule lue", "cellules lues");
    return { titre: feuille, legende: plage ? `${plage} · ${lues}` : "Feuille vide" };
  }
  const { type, epci, bareme, signe } = resultat.controle;
  const nom = type.charAt(0).toUpperCase() + type.slice(1);
  const etat = signe ? ` · ${direVersion(signe.version)}` : "";
  return { titre: epci ?? feuille, legende: `${nom} · ${bareme.periode}${etat}` };
}

/** Comme `nommerVersion`, dont le fichier porte des phrases qui n'ont pas à se charger à l'ouverture. */
function direVersion({ signeLe, avenant }: VersionSignee): string {
  const date = ecrireDate(signeLe);
  return avenant === 0 ? `signé le ${date}` : `avenant n°\u00A0${avenant} du ${date}`;
}
