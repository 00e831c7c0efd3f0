import { phraserAlerte, phraserConstat } from "../../redaction";
import { Section } from "../commun/mise-en-place";
import { useTextes } from "../commun/textes";
import { Remarque } from "../controler/constats";
import { clesDesConstats } from "../controler/grouper";
import type { AlerteSituee } from "./alertes-de";
import { ListeADeplier } from "./liste-a-deplier";

interface Props {
  /** Les plus graves d'abord. */
  alertes: readonly AlerteSituee[];
}

/** Ce qui demande un geste, ou qu'il faut savoir. */
export function Alertes({ alertes }: Props): React.JSX.Element | null {
  const textes = useTextes();
  if (alertes.length === 0) return null;
  const cles = clesDesConstats(alertes.map(({ alerte }) => alerte));
  return (
    <Section>
      <h2 className={textes.titre}>Alertes, {alertes.length}</h2>
      <ListeADeplier
        nom="alertes"
        remarques={alertes.map((situee, rang) => (
          <Remarque
            key={cles[rang]}
            {...situee.alerte}
            seule
            feuille={situee.feuille}
            phrase={
              situee.source === "suivi"
                ? phraserAlerte(situee.alerte)
                : phraserConstat(situee.alerte)
            }
          />
        ))}
      />
    </Section>
  );
}
