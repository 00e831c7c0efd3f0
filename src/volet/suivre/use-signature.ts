import { useState } from "react";
import { codeDErreur } from "../../classeur";
import type { Contrat } from "../../contrat";
import type { VersionSignee } from "../../controle";
import type { PlanDeFeuille } from "../../feuilles";
import { useClasseur } from "../classeur";

export type EtatDeLaSignature =
  | { etape: "à faire" }
  | { etape: "en cours" }
  /** La version est gardée, et sa feuille écrite. */
  | { etape: "faite"; feuille: string }
  /** Rien n'est écrit. */
  | { etape: "refusée"; code: string | undefined }
  /** La version est gardée, mais sa feuille n'a pas pu s'écrire. */
  | { etape: "sans feuille"; code: string | undefined };

interface Signature {
  etat: EtatDeLaSignature;
  /** Garde la version sur « CMS – Contrat », puis écrit sa feuille ; une version déjà gardée n'est pas réécrite. */
  signer: (contrat: Contrat, version: VersionSignee, plan: PlanDeFeuille) => Promise<void>;
  oublier: () => void;
}

/**
 * Les deux écritures d'une signature. D'abord le contrat : une feuille « Signé le » que le contrat ignorerait tromperait ; l'inverse se répare d'un clic.
 * @param ensuite Appelé dès que le contrat est écrit.
 */
export function useSignature(ensuite: () => Promise<void>): Signature {
  const classeur = useClasseur();
  const [etat, setEtat] = useState<EtatDeLaSignature>({ etape: "à faire" });

  const signer: Signature["signer"] = async (contrat, version, plan) => {
    if (etat.etape === "en cours") return;
    const gardee = etat.etape === "sans feuille";
    setEtat({ etape: "en cours" });
    try {
      if (!gardee) await classeur.enregistrerContrat(contrat, version);
    } catch (erreur) {
      setEtat({ etape: "refusée", code: codeDErreur(erreur) });
      return;
    }
    try {
      setEtat({ etape: "faite", feuille: await classeur.ecrirePlan(plan) });
    } catch (erreur) {
      setEtat({ etape: "sans feuille", code: codeDErreur(erreur) });
    }
    await ensuite();
  };
  return { etat, signer, oublier: () => setEtat({ etape: "à faire" }) };
}
