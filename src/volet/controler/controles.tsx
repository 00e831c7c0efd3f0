import { Button, Field, SearchBox, makeStyles, tokens } from "@fluentui/react-components";
import { useState } from "react";
import type { Controle, Verdict } from "../../controle";
import { ecrireCompte, ecrireNombre } from "../../redaction";
import { Section } from "../commun/mise-en-place";
import { useTableau } from "../commun/tableau";
import { useTextes } from "../commun/textes";
import { ASPECT_DU_VERDICT, IconeDAspect } from "./aspects";
import {
  chercherBilans,
  compterParVerdict,
  nomDuBilan,
  nombreDErreurs,
  trierDuPire,
} from "./bilans";
import { cleDuControle } from "./montrer";

const useStyles = makeStyles({
  verdict: { display: "flex", gap: tokens.spacingHorizontalXS, alignItems: "flex-start" },
  // Un bouton nu : un département en montre des centaines.
  nom: {
    padding: 0,
    minHeight: "24px",
    border: "none",
    background: "none",
    textAlign: "left",
    font: "inherit",
    color: tokens.colorBrandForegroundLink,
    textDecorationLine: "underline",
    cursor: "pointer",
    ":hover": { color: tokens.colorBrandForegroundLinkHover },
    "&[aria-current=true]": { fontWeight: tokens.fontWeightSemibold },
    ":focus-visible": {
      outline: `${tokens.strokeWidthThick} solid ${tokens.colorStrokeFocus2}`,
      borderRadius: tokens.borderRadiusMedium,
    },
  },
});

const PLURIELS: Readonly<Record<Verdict, string>> = {
  "non conforme": "non conformes",
  "avertissements seulement": "avec des avertissements seulement",
  "à confirmer": "à confirmer",
  conforme: "conformes",
};

/** Lignes montrées d'emblée, puis à chaque demande. */
const PREMIERES = 6;
const SUIVANTES = 100;

interface Props {
  controles: readonly Controle[];
  montre: Controle;
  choisir: (cle: string) => void;
}

/** Plusieurs EPCI, ou plusieurs tableaux, sur la feuille : une ligne chacun, du plus bloquant au moins bloquant ; cliquer montre le sien. */
export function Controles({ controles, montre, choisir }: Props): React.JSX.Element {
  const textes = useTextes();
  const { tableau } = useTableau();
  const [cherche, setCherche] = useState("");
  const [montres, setMontres] = useState(PREMIERES);
  const trouves = chercherBilans(trierDuPire(controles), cherche);
  const reste = trouves.length - montres;
  return (
    <Section>
      <h2 className={textes.titre}>{ecrireCompte(controles.length, "bilan")} sur cette feuille</h2>
      <p className={textes.petiteExplication}>
        {compterParVerdict(controles)
          .map(({ verdict, nombre }) => ecrireCompte(nombre, verdict, PLURIELS[verdict]))
          .join(" · ")}
      </p>
      {controles.length > PREMIERES && (
        <Field label="Chercher un EPCI" size="small">
          <SearchBox
            style={{ maxWidth: "none" }}
            value={cherche}
            dismiss={{ "aria-label": "Effacer la recherche" }}
            onChange={(_, { value }) => setCherche(value)}
          />
        </Field>
      )}
      <table className={tableau}>
        <thead>
          <tr>
            <th scope="col">EPCI ou tableau</th>
            <th scope="col" data-nombre>
              Avant → après
            </th>
            <th scope="col" data-nombre>
              Erreurs
            </th>
          </tr>
        </thead>
        <tbody>
          {trouves.slice(0, montres).map((controle) => (
            <Ligne
              key={cleDuControle(controle)}
              controle={controle}
              montre={cleDuControle(controle) === cleDuControle(montre)}
              choisir={choisir}
            />
          ))}
        </tbody>
      </table>
      <p role="status" className={textes.legende}>
        {cherche !== "" && `${ecrireCompte(trouves.length, "bilan trouvé", "bilans trouvés")}`}
      </p>
      {reste > 0 && (
        <Button size="small" onClick={() => setMontres(montres + SUIVANTES)}>
          {reste > SUIVANTES
            ? `Montrer ${SUIVANTES} bilans de plus`
            : `Montrer ${reste > 1 ? `les ${reste} autres bilans` : "l’autre bilan"}`}
        </Button>
      )}
    </Section>
  );
}

interface PropsDeLigne {
  controle: Controle;
  montre: boolean;
  choisir: (cle: string) => void;
}

function Ligne({ controle, montre, choisir }: PropsDeLigne): React.JSX.Element {
  const styles = useStyles();
  const { verdict, totaux } = controle;
  const erreurs = nombreDErreurs(controle);
  return (
    <tr>
      <th scope="row">
        <button
          type="button"
          className={styles.nom}
          aria-current={montre}
          onClick={() => choisir(cleDuControle(controle))}
        >
          {nomDuBilan(controle)}
        </button>
        <span className={styles.verdict}>
          <IconeDAspect aspect={ASPECT_DU_VERDICT[verdict]} taille={16} />
          {verdict}
        </span>
      </th>
      <td data-nombre>
        {ecrire(totaux.avantLegal)} → {ecrire(totaux.apres)}
      </td>
      <td data-nombre>{erreurs === 0 ? "–" : ecrireNombre(erreurs)}</td>
    </tr>
  );
}

/** Une somme qui ne se conclut pas se montre par un tiret. */
function ecrire(nombre: number | null): string {
  return nombre === null ? "–" : ecrireNombre(nombre);
}
