import { Field, Radio, RadioGroup } from "@fluentui/react-components";
import type { FormeDesFormules } from "../../feuilles";
import { typographier } from "../../redaction";
import { useTextes } from "../commun/textes";

interface Props {
  forme: FormeDesFormules;
  choisir: (forme: FormeDesFormules) => void;
}

/** Ce que les cellules porteront. */
export function ChoixDeLaForme({ forme, choisir }: Props): React.JSX.Element {
  return (
    <Field label="Contenu des cellules">
      <RadioGroup
        value={forme}
        onChange={(_, { value }) => {
          const choisie = FORMES.find((proposee) => proposee.forme === value);
          if (choisie) choisir(choisie.forme);
        }}
      >
        {FORMES.map((proposee) => (
          <Radio key={proposee.forme} value={proposee.forme} label={<Libelle {...proposee} />} />
        ))}
      </RadioGroup>
    </Field>
  );
}

function Libelle({ nom, effet }: { nom: string; effet: string }): React.JSX.Element {
  const textes = useTextes();
  return (
    <>
      {nom}
      <br />
      <span className={textes.petiteExplication}>{typographier(effet)}</span>
    </>
  );
}

const FORMES = [
  {
    forme: "complement",
    nom: "Formules du complément",
    effet:
      "Elles suivent le tableau contrôlé ; qui n'a pas le complément ne peut pas les recalculer.",
  },
  {
    forme: "ordinaires",
    nom: "Formules ordinaires",
    effet: "Elles suivent le tableau contrôlé, et se recalculent partout, LibreOffice compris.",
  },
  { forme: "valeurs", nom: "Valeurs", effet: "Elles ne changent plus." },
] as const;
