import { Dropdown, Field, Link, Option, makeStyles, tokens } from "@fluentui/react-components";
import { typographier } from "../../redaction";
import { useAller } from "../commun/aller";

const useStyles = makeStyles({
  lien: { minHeight: "24px", fontSize: tokens.fontSizeBase200 },
});

interface Props {
  feuilles: readonly string[];
  /** `null` : aucune n'est lue. */
  lue: string | null;
  choisir: (feuille: string) => void;
}

/** La feuille d'où viennent les opérations, et de quoi en lire une autre. */
export function FeuilleLue({ feuilles, lue, choisir }: Props): React.JSX.Element {
  const styles = useStyles();
  const aller = useAller();
  return (
    <Field
      label="Feuille des opérations (Article 3)"
      size="small"
      hint={
        lue === null ? undefined : (
          <Link className={styles.lien} inline onClick={() => void aller(lue, "A1")}>
            Ouvrir cette feuille
          </Link>
        )
      }
    >
      <Dropdown
        size="small"
        placeholder="Choisir une feuille"
        value={lue === null ? "" : nommer(lue)}
        selectedOptions={lue === null ? [] : [lue]}
        onOptionSelect={(_, { optionValue }) => {
          if (optionValue !== undefined) choisir(optionValue);
        }}
      >
        {feuilles.map((feuille) => (
          <Option key={feuille} value={feuille} text={nommer(feuille)}>
            {nommer(feuille)}
          </Option>
        ))}
      </Dropdown>
    </Field>
  );
}

function nommer(feuille: string): string {
  return typographier(`« ${feuille} »`);
}
