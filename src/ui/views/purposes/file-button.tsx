import './file-button.css';

/** A button that asks for a file of JSON. Chosen again, the same file is read again. */
export function FileButton({ label, onFile }: { label: string; onFile: (file: File) => void }) {
  const choose = (input: HTMLInputElement) => {
    const [file] = input.files ?? [];
    if (file) onFile(file);
    input.value = '';
  };
  return (
    <label class="file-button">
      {label}
      <input type="file" accept=".json,application/json" onChange={(event) => choose(event.currentTarget)} />
    </label>
  );
}
